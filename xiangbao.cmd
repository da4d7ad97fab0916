@echo off
rem Starts Xiangbao on Windows; builds it first when there is no build. Delete console\target to force a new build.
setlocal
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%console\target\app"
if not exist "%HOME_DIR%console\src" set "APP=%HOME_DIR%app"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%APP%\xiangbao-console.jar" goto start
if not exist "%HOME_DIR%console\src" (
  echo The installation is not complete: "%APP%\xiangbao-console.jar" is missing. Unpack the archive again. 1>&2
  exit /b 3
)
pushd "%HOME_DIR%"
call mvn -B -ntp -q -Dstyle.color=never -Dmaven.test.skip=true -pl console -am package 1>&2
if errorlevel 1 (
  popd
  exit /b 3
)
popd
:start
if not defined XIANGBAO_HEAP set "XIANGBAO_HEAP=512m"
"%JAVA%" -XX:+UseSerialGC -Xmx%XIANGBAO_HEAP% -Xlog:disable -Xlog:all=warning:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true "-Dxiangbao.home=%HOME_DIR%." -cp "%APP%\xiangbao-console.jar;%APP%\lib\*" xiangbao.console.Xiangbao %*
exit /b %ERRORLEVEL%
