-- What release 0.1.0 stored for the toy county: one return, one pending, one accepted. Made by running 0.1.0.
insert into claim (id, report_period, state, opened_at) values
  (1, '2026-Q3', 'DONE', '2026-11-24 12:54:30.187754');
insert into claimed_file (id, claim_id, file_path, byte_size, sha256, content_format, state, duplicate_of) values
  (1, 1, '荷塘镇/山塘.xlsx', 3651, '7a748a3370e23e4d68e50d0aa1fe9a4596f2c4f774b11cf95dac545b7cf0a2ec', 'xlsx', 'READ', null),
  (2, 1, '莲湖乡/山塘.xlsx', 3653, '373a443be2b0968a79f18fac70f024b124fdd7ebf90cf16775bb7a3ea1e43a27', 'xlsx', 'READ', null),
  (3, 1, '藕池街道/山塘.xlsx', 3654, 'd4d4a3e142e1663f9389e08bd1ae44f7f16d890352ca8e249d684bf85bd19d30', 'xlsx', 'READ', null);
insert into submission (id, file_id, sheet_no, sheet, form_code, unit_code, report_period, printed_round, content_digest, round_no, duplicate_of) values
  (1, 1, 1, '山塘', '试1-1', '990000101', '2026-Q3', 0, '8daea197c403f95cc30f3445bfac8ffb1e3d824727fc4134f60c349135f99a45', 1, null),
  (2, 2, 1, '山塘', '试1-1', '990000102', '2026-Q3', 0, 'a86ea6ebfe4b91365a4cc9e6f78c397f98d63813ec748ad6fb79b75addf87c6a', 1, null),
  (3, 3, 1, '山塘', '试1-1', '990000103', '2026-Q3', 0, 'd0d4d57c453061ff75239e6c5eec161c8c36088f066814990bab084ed08231ce', 1, null);
insert into observation (submission_id, ordinal, form_code, item, ledger_line, subject_unit, status, number_value, number_text, text_value, raw_text, sheet, cell_row, cell_column) values
  (1, 0, '试1-1', '01.1', '', '990000101', 'REPORTED', 100, '100', null, '100.0', '山塘', 5, 3),
  (1, 1, '试1-1', '02.1', '', '990000101', 'REPORTED', 60, '60', null, '60.0', '山塘', 6, 3),
  (1, 2, '试1-1', '03.1', '', '990000101', 'REPORTED', 88.5, '88.5', null, '88.5', '山塘', 7, 3),
  (2, 0, '试1-1', '01.1', '', '990000102', 'REPORTED', 50, '50', null, '50.0', '山塘', 5, 3),
  (2, 1, '试1-1', '02.1', '', '990000102', 'REPORTED', 70, '70', null, '70.0', '山塘', 6, 3),
  (2, 2, '试1-1', '03.1', '', '990000102', 'REPORTED', 88.5, '88.5', null, '88.5', '山塘', 7, 3),
  (3, 0, '试1-1', '01.1', '', '990000103', 'REPORTED', 30, '30', null, '30.0', '山塘', 5, 3),
  (3, 1, '试1-1', '02.1', '', '990000103', 'REPORTED', 20, '20', null, '20.0', '山塘', 6, 3),
  (3, 2, '试1-1', '03.1', '', '990000103', 'REPORTED', 600, '600', null, '600.0', '山塘', 7, 3);
insert into review (id, submission_id, claim_id, outcome, configuration, review_digest) values
  (1, 1, 1, 'ACCEPTED', 'sha256:49c5e3f51fd3f9f6c646421930a8d94c20201783d77c66a02d2b32e7e36191e4', '4599cd80c9d54e338568b1d22c107867266e9a422f6b378d83e2efd7d1d7b217'),
  (2, 2, 1, 'RETURNED', 'sha256:49c5e3f51fd3f9f6c646421930a8d94c20201783d77c66a02d2b32e7e36191e4', '0787013bdeb82b87aebdcf12dbdfe2090f1a8ce9a96d4f211ada6fa243179338'),
  (3, 3, 1, 'PENDING_EXPLANATION', 'sha256:49c5e3f51fd3f9f6c646421930a8d94c20201783d77c66a02d2b32e7e36191e4', 'ed36ba98ea2c731320fa89a290bc948d29e0577a95f83ab62afdcf9d6cfd523c');
insert into relation_verdict (review_id, ordinal, relation, instance, verdict, missing, inputs) values
  (1, 0, 'S1-T1', '', 'PASSES', '', '试1-1:02.1@2026-Q3=60
试1-1:01.1@2026-Q3=100'),
  (1, 1, 'S1-R1', '', 'PASSES', '', '试1-1:03.1@2026-Q3=88.5'),
  (2, 0, 'S1-T1', '', 'FAILS', '', '试1-1:02.1@2026-Q3=70
试1-1:01.1@2026-Q3=50'),
  (2, 1, 'S1-R1', '', 'PASSES', '', '试1-1:03.1@2026-Q3=88.5'),
  (3, 0, 'S1-T1', '', 'PASSES', '', '试1-1:02.1@2026-Q3=20
试1-1:01.1@2026-Q3=30'),
  (3, 1, 'S1-R1', '', 'FAILS', '', '试1-1:03.1@2026-Q3=600');
insert into finding (owner_kind, owner_id, ordinal, code, instance, severity, title, indicator, cells, actual, expected, difference, previous, message, remedy) values
  ('REVIEW', 2, 0, 'S1-T1', '', 'MANDATORY', '完好山塘 > 山塘总数', '试1-1:02.1', '6,3,山塘
5,3,山塘
', '70', '≤50', '20', '', '[S1-T1] 完好山塘 > 山塘总数
莲湖乡 · 2026年三季度 · 试1-1 山塘基本情况 · 工作表“山塘”D7
填报：完好山塘 [02] = 70；应为：不超过 山塘总数 [01] = 50；相差 20。
请核对 01、02 两行。', '请核对 01、02 两行'),
  ('REVIEW', 3, 0, 'S1-R1', '', 'QUERY', '水面面积 > 底册水面上限', '试1-1:03.1', '7,3,山塘
', '600', '≤500', '100', '', '[S1-R1] 水面面积 > 底册水面上限
藕池街道 · 2026年三季度 · 试1-1 山塘基本情况 · 工作表“山塘”D8
填报：水面面积 [03] = 600；参考范围：一般不超过 底册水面上限 500。属实请在审核说明中写明原因。
请核对水面面积。', '请核对水面面积');
insert into run (id, report_period, run_no, configuration, program_version, basis_digest, state, fixed_at) values
  (1, '2026-Q3', 1, 'sha256:49c5e3f51fd3f9f6c646421930a8d94c20201783d77c66a02d2b32e7e36191e4', '0.1.0', 'a3ec0395a7aeaa1808366b896b4754a7db57bb602e01dafa1662f1f8e3a46e40', 'REPORTED', '2026-11-24 12:54:30.741716');
insert into run_basis (run_id, submission_id, review_id, role_name, returned_later) values
  (1, 1, 1, 'COUNTED', 0),
  (1, 2, 2, 'RETURNED', 0),
  (1, 3, 3, 'COUNTED', 0);
insert into claim_run (claim_id, run_id, fresh) values
  (1, 1, true);
insert into figure (run_id, ordinal, unit_code, form_code, item, title, report_period, number_value, number_text, measure, status, forecast, reported, expected, pending) values
  (1, 0, '990000', '试1-1', '01.1', '山塘总数', '2026-Q3', 130, '130', '口', 'PROVISIONAL', false, 2, 3, 1),
  (1, 1, '990000101', '试1-1', '01.1', '山塘总数', '2026-Q3', 100, '100', '口', 'FINAL', false, 1, 1, 0),
  (1, 2, '990000102', '试1-1', '01.1', '山塘总数', '2026-Q3', null, null, '口', 'MISSING', false, 0, 1, 0),
  (1, 3, '990000103', '试1-1', '01.1', '山塘总数', '2026-Q3', 30, '30', '口', 'PROVISIONAL', false, 1, 1, 1),
  (1, 4, '990000', '试1-1', '02.1', '完好山塘', '2026-Q3', 80, '80', '口', 'PROVISIONAL', false, 2, 3, 1),
  (1, 5, '990000101', '试1-1', '02.1', '完好山塘', '2026-Q3', 60, '60', '口', 'FINAL', false, 1, 1, 0),
  (1, 6, '990000102', '试1-1', '02.1', '完好山塘', '2026-Q3', null, null, '口', 'MISSING', false, 0, 1, 0),
  (1, 7, '990000103', '试1-1', '02.1', '完好山塘', '2026-Q3', 20, '20', '口', 'PROVISIONAL', false, 1, 1, 1),
  (1, 8, '990000', '试1-1', '03.1', '水面面积', '2026-Q3', 688.5, '688.5', '亩', 'PROVISIONAL', false, 2, 3, 1),
  (1, 9, '990000101', '试1-1', '03.1', '水面面积', '2026-Q3', 88.5, '88.5', '亩', 'FINAL', false, 1, 1, 0),
  (1, 10, '990000102', '试1-1', '03.1', '水面面积', '2026-Q3', null, null, '亩', 'MISSING', false, 0, 1, 0),
  (1, 11, '990000103', '试1-1', '03.1', '水面面积', '2026-Q3', 600, '600', '亩', 'PROVISIONAL', false, 1, 1, 1),
  (1, 12, '990000', '试1-1', '完好率', '完好率', '2026-Q3', 61.54, '61.54', '%', 'PROVISIONAL', false, 2, 3, 1),
  (1, 13, '990000101', '试1-1', '完好率', '完好率', '2026-Q3', 60, '60', '%', 'FINAL', false, 1, 1, 0),
  (1, 14, '990000102', '试1-1', '完好率', '完好率', '2026-Q3', null, null, '%', 'MISSING', false, 0, 1, 0),
  (1, 15, '990000103', '试1-1', '完好率', '完好率', '2026-Q3', 66.67, '66.67', '%', 'PROVISIONAL', false, 1, 1, 1);
insert into contribution (run_id, figure_no, ordinal, submission_id, observation_no) values
  (1, 0, 0, 1, 0),
  (1, 0, 1, 3, 0),
  (1, 4, 0, 1, 1),
  (1, 4, 1, 3, 1),
  (1, 8, 0, 1, 2),
  (1, 8, 1, 3, 2),
  (1, 12, 0, 1, 1),
  (1, 12, 1, 3, 1),
  (1, 12, 2, 1, 0),
  (1, 12, 3, 3, 0);
insert into run_coverage (run_id, ordinal, form_code, report_period, expected, accepted, pending, returned_count, missing_units) values
  (1, 0, '试1-1', '2026-Q3', 3, 1, 1, 1, '');
insert into run_target (run_id, ordinal, code, title, section, actual, goal, comparison, measure, status, light, off_target, below, responsible, coverage) values
  (1, 0, 'T01', '山塘完好率', '一（一）1', '61.54', '60', '≥', '%', '达标', '绿', false, '', '县水利局', '2/3');
insert into run_report (run_id, ordinal, report_path) values
  (1, 0, 'reports/2026-Q3/第1次/试1-1_山塘基本情况_汇总表.xlsx'),
  (1, 1, 'reports/2026-Q3/第1次/目标任务完成情况表.xlsx');
insert into outbox (id, claim_id, file_id, folder, stem, return_no, result_path, state) values
  (1, 1, 2, '莲湖乡', '山塘_退回', 1, 'feedback/莲湖乡/山塘_退回_第1次.xlsx', 'WRITTEN'),
  (2, 1, 3, '藕池街道', '山塘_待核实', 1, 'feedback/藕池街道/山塘_待核实_第1次.xlsx', 'WRITTEN');
