using NetDsl;
using NetDsl.Peers.Commands;

return ConsoleApp.Run(() => CommandLine.Run(args));
