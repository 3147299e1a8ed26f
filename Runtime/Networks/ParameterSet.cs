using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>The parameters of a network in the order of its layers, by index and by name.</summary>
public sealed partial class ParameterSet : IReadOnlyList<Parameter>
{
    private readonly Parameter[] parameters;
    private readonly Dictionary<string, Parameter> byName;

    /// <summary>For generated code: views on <paramref name="store"/>, in its order.</summary>
    public ParameterSet(ParameterStore store)
    {
        Store = store;
        parameters = [.. store.Specs.Select((spec, index) => new Parameter(store, store.Offset(index), spec))];
        byName = parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => parameters.Length;

    /// <summary>
    /// Free text that is saved and loaded with the parameters, in the file's metadata, such as <see cref="Preprocessing"/>. The keys
    /// <c>format</c>, <c>version</c> and <c>network</c> are the file's own and are left out.
    /// </summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    internal ParameterStore Store { get; }

    /// <inheritdoc/>
    public Parameter this[int index] => parameters[index];

    /// <summary>The parameter of that name, such as <c>C1.weight</c>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public Parameter this[string name] => byName.TryGetValue(name, out Parameter? parameter)
        ? parameter
        : throw new ArgumentException($"There is no parameter '{name}'; there are {string.Join(", ", byName.Keys)}", nameof(name));

    /// <summary>Looks a parameter up by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Parameter? parameter) => byName.TryGetValue(name, out parameter);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => ((IEnumerable<Parameter>)parameters).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
