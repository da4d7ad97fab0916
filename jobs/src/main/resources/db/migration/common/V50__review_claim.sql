-- What a claim said is asked for by every return and every rerun; a province has millions of reviews.
create index review_claim on review (claim_id);
