using NetDsl;
using PictureClassification.Commands;

return ConsoleApp.Run(token => CommandLine.Run(args, token));
