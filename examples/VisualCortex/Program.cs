using NetDsl;
using VisualCortex.Commands;

return ConsoleApp.Run(() => CommandLine.Run(args));
