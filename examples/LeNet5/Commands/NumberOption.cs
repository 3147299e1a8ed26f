using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DigitRecognition.Commands;

/// <summary>Options that take a number from a range, with messages that name both.</summary>
internal static class NumberOption
{
    public static Option<int> Whole(string name, int byDefault, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            bool isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
            return isNumber && value >= least && value <= most
                ? value
                : Fail<int>(result, string.Create(
                    CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a whole number from {least} to {most}"));
        },
    };

    public static Option<double> Real(string name, double byDefault, double least, double most, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            return isNumber && value >= least && value <= most
                ? value
                : Fail<double>(result, string.Create(
                    CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a number from {least} to {most}"));
        },
    };

    private static T Fail<T>(ArgumentResult result, string message)
        where T : struct
    {
        result.AddError(message);
        return default;
    }
}
