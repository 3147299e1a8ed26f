using ClassicNetworks.Commands;
using NetDsl;

return ConsoleApp.Run(token => CommandLine.Run(args, token));
