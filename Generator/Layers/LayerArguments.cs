using System.Globalization;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>The arguments of one attribute, typed and checked; what is wrong with them is collected as problems.</summary>
/// <param name="site">The attribute as declared, and where it stands.</param>
/// <param name="inputKnown">
/// False behind a faulty layer: faults of the arguments alone are still reported, those against the input's shape are not.
/// </param>
/// <param name="problems">Where problems go.</param>
internal sealed class LayerArguments(LayerSite site, bool inputKnown, ProblemLog problems)
{
    public string Kind => site.Layer.Kind;

    public bool InputKnown => inputKnown;

    /// <summary>Whether a fault was found, so that no operation can be made.</summary>
    public bool Faulty { get; private set; }

    public bool Has(string argument) => Written(argument) is not null;

    /// <summary>Reports a fault that the arguments have on any input.</summary>
    public void Report(string id, string? argument, string message, params Remedy[] remedies)
    {
        Faulty = true;
        problems.Add(site.Fault(id, argument, message).Mended(remedies));
    }

    /// <summary>Reports a fault that the arguments have on this input.</summary>
    public void Mismatch(string id, string? argument, string message, params Remedy[] remedies)
    {
        Faulty = true;
        if (inputKnown)
        {
            problems.Add(site.Mismatch(id, argument, message).Mended(remedies));
        }
    }

    /// <summary>A whole number of at least 1.</summary>
    public int Positive(string argument, int fallback = 1)
    {
        int value = Whole(argument, fallback);
        if (value >= 1)
        {
            return value;
        }

        Report(RuleIds.OutOfRange, argument, Invariant($"{Kind}: {argument} is {value}; use at least 1"), Remedy.Set("One", Kind, (argument, "1")));
        return 1;
    }

    public int Whole(string argument, int fallback)
    {
        object? value = Value(argument);
        switch (value)
        {
            case null:
                return fallback;
            case long whole and >= int.MinValue and <= int.MaxValue:
                return (int)whole;
            case double real and >= int.MinValue and <= int.MaxValue when Math.Floor(real) == real:
                return (int)real;
            case double real when Math.Floor(real) != real && Math.Abs(real) <= int.MaxValue:
                return Reject("a whole number", fallback);
            case long or double:
                return Reject("within the range of an int, -2147483648 to 2147483647", fallback);
            default:
                return Reject("a whole number", fallback);
        }

        int Reject(string expected, int result)
        {
            ReportType(argument, value!, expected);
            return result;
        }
    }

    /// <summary>A number that a float can hold.</summary>
    public double Real(string argument, double fallback)
    {
        object? value = Value(argument);
        switch (value)
        {
            case null:
                return fallback;
            case long whole:
                return whole;
            case double real when Math.Abs(real) <= float.MaxValue:
                return real;
            default:
                ReportType(argument, value, "a finite number within the range of a float");
                return fallback;
        }
    }

    public bool Flag(string argument, bool fallback)
    {
        object? value = Value(argument);
        if (value is null or bool)
        {
            return value as bool? ?? fallback;
        }

        ReportType(argument, value, "true or false");
        return fallback;
    }

    /// <summary>A value of whatever type; null where the argument is absent or faulty.</summary>
    public object? Any(string argument) => Value(argument);

    public TEnum Choice<TEnum>(string argument, TEnum fallback)
        where TEnum : struct, Enum
    {
        object? value = Value(argument);
        if (value is null)
        {
            return fallback;
        }

        foreach (TEnum choice in Enum.GetValues(typeof(TEnum)))
        {
            if (value is EnumValue written && written.Type == typeof(TEnum).Name && written.Number == Convert.ToInt64(choice, CultureInfo.InvariantCulture))
            {
                return choice;
            }
        }

        ReportType(argument, value, string.Join(" or ", Enum.GetNames(typeof(TEnum)).Select(name => $"{typeof(TEnum).Name}.{name}")));
        return fallback;
    }

    /// <summary>A text: as written, or the value of the block's parameter that it names.</summary>
    public string? Text(string argument) => site.Text(argument);

    private object? Written(string argument) => site.Layer.Value(argument);

    private object? Value(string argument)
    {
        object? written = Written(argument);
        if (written is not string text)
        {
            return written;
        }

        Evaluation result = ConstantExpression.Evaluate(text, site.Scope);
        if (result.Error is { } error)
        {
            string message = $"{Kind}: {argument} \"{text}\" has no value: {error}";
            Faulty = true;
            problems.Add(result.InText ? site.Own(RuleIds.NoValue, argument, message) : site.Fault(RuleIds.NoValue, argument, message));
        }

        return result.Value;
    }

    private void ReportType(string argument, object value, string expected)
    {
        string expression = Written(argument) is string text ? $"\"{text}\" = " : "";
        Report(RuleIds.NoValue, argument, $"{Kind}: {argument} is {expression}{ConstantExpression.Show(value)}; use {expected}");
    }
}
