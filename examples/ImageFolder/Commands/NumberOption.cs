using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace PictureClassification.Commands;

/// <summary>Options that take a number from a range, with messages that name both.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, T byDefault, T least, T most, string description)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) && value >= least && value <= most)
                {
                    return value;
                }

                string kind = typeof(T) == typeof(double) ? "a number" : "a whole number";
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be {kind} from {least} to {most}"));
                return default;
            },
        };
}
