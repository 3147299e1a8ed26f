using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Remedies on their way from an analyzer to a code fix, which see of each other the properties of a diagnostic alone.</summary>
internal static class RemedyProperties
{
    private const string Count = "NetDsl.Remedies";

    public static ImmutableDictionary<string, string?> Write(EquatableArray<Remedy> remedies)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (remedies.Count == 0)
        {
            return properties;
        }

        properties = properties.Add(Count, Number(remedies.Count));
        for (int i = 0; i < remedies.Count; i++)
        {
            string prefix = Prefix(i);
            properties = properties
                .Add(prefix + nameof(Remedy.Key), remedies[i].Key)
                .Add(prefix + nameof(Remedy.Title), remedies[i].Title)
                .Add(prefix + nameof(Remedy.Kind), remedies[i].Kind)
                .Add(prefix + nameof(Remedy.Edits), remedies[i].Edits);
        }

        return properties;
    }

    public static IEnumerable<Remedy> Read(ImmutableDictionary<string, string?> properties)
    {
        int count = properties.TryGetValue(Count, out string? text) && text is not null ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        for (int i = 0; i < count; i++)
        {
            string prefix = Prefix(i);
            string Part(string name) => properties[prefix + name] ?? "";
            yield return new Remedy(Part(nameof(Remedy.Key)), Part(nameof(Remedy.Title)), Part(nameof(Remedy.Kind)), Part(nameof(Remedy.Edits)));
        }
    }

    private static string Prefix(int index) => $"NetDsl.Remedy{Number(index)}.";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
