using System.Globalization;

namespace NetDsl.Generator.Model;

/// <summary>A value of an enum type, such as <c>Padding.Same</c>.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Member">The member's name; null where the number has none.</param>
/// <param name="Number">The number behind it.</param>
internal sealed record EnumValue(string Type, string? Member, long Number)
{
    public override string ToString() => Member is null ? Number.ToString(CultureInfo.InvariantCulture) : $"{Type}.{Member}";
}
