using NetDsl;

namespace VisualCortex;

/// <summary>How the chapters look on the screen.</summary>
internal static class Page
{
    private static int chapter;

    public static void Heading(string title)
    {
        string line = $"{++chapter}. {title}";
        Console.WriteLine();
        Console.WriteLine(line);
        Console.WriteLine(new string('=', line.Length));
    }

    public static void Text(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
    }

    /// <summary>A line about what a layer costs, from the constants of a network that has no other.</summary>
    public static void Cost<TNetwork>(string layer, string shapes)
        where TNetwork : class, INetwork<TNetwork> => Console.WriteLine(
            $"  {layer,-46} {shapes,-34} {TNetwork.ParameterCount,9:N0} parameters {TNetwork.Multiplies,12:N0} multiplications");

    /// <summary>Numbers in columns of one width.</summary>
    public static string Row(IEnumerable<float> values, int width = 5) =>
        string.Concat(values.Select(value => $"{value:0.##}".PadLeft(width)));
}
