@echo off
rem Runs Handpress from any folder. npx would ask the network where it does not find the package.
setlocal
set "HANDPRESS_CALLED=%~f0"
where node >nul 2>nul || (
  echo handpress: Node.js is missing, expected 20.19 or newer 1>&2
  echo   hint: Install it from https://nodejs.org. Then open a new window and type this again. 1>&2
  exit /b 3
)
node "%~dp0handpress.mjs" %*
exit /b %errorlevel%
