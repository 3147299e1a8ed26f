using NetDsl;
using NetDsl.Peers;
using NetDsl.Peers.Commands;

return ConsoleApp.Run(() => FreshProcess.IsMeant(args) ? FreshProcess.Answer(args) : CommandLine.Run(args));
