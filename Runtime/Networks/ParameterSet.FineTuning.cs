using NetDsl.Runtime;

namespace NetDsl;

// What adapts a trained network to another task.
public sealed partial class ParameterSet
{
    private readonly List<(Parameter Parameter, float[] Values)> frozenStatistics = [];

    /// <summary>The parameters that a pattern names, in the order of the layers.</summary>
    /// <param name="pattern">
    /// A parameter's name or that of its layer or block, in which <c>*</c> stands for any characters, dots included, and <c>?</c> for
    /// one: <c>C1.weight</c>, <c>C1</c> (both of its parameters), <c>Stage1*</c>, <c>*.bias</c>.
    /// </param>
    /// <exception cref="ArgumentException">It names no parameter; the message lists those that there are.</exception>
    public IReadOnlyList<Parameter> Matching(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Parameter[] found = [.. parameters.Where(parameter => NamePattern.Matches(pattern, parameter.Name))];
        return found.Length > 0
            ? found
            : throw new ArgumentException($"No parameter matches '{pattern}'; there are {NamePattern.List(byName.Keys)}");
    }

    /// <summary>Keeps training from changing parameters, until <see cref="Unfreeze"/>.</summary>
    /// <param name="patterns">As <see cref="Matching"/> has them; <c>*</c> freezes everything.</param>
    /// <returns>The names of the parameters frozen by this call or before.</returns>
    /// <exception cref="ArgumentException">A pattern names no parameter; then nothing changes.</exception>
    public IReadOnlyList<string> Freeze(params ReadOnlySpan<string> patterns) => SetFrozen(patterns, frozen: true);

    /// <summary>Lets training change parameters again.</summary>
    /// <param name="patterns">As <see cref="Matching"/> has them.</param>
    /// <returns>The names of the parameters that are still frozen.</returns>
    /// <exception cref="ArgumentException">A pattern names no parameter; then nothing changes.</exception>
    public IReadOnlyList<string> Unfreeze(params ReadOnlySpan<string> patterns) => SetFrozen(patterns, frozen: false);

    /// <summary>Draws parameters anew, as a new network of that seed has them: a head that is to learn other classes.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="patterns">As <see cref="Matching"/> has them.</param>
    /// <exception cref="ArgumentException">A pattern names no parameter; then nothing changes.</exception>
    public void Reinitialize(int seed, params ReadOnlySpan<string> patterns)
    {
        HashSet<Parameter> chosen = Chosen(patterns);
        for (int i = 0; i < parameters.Length; i++)
        {
            if (chosen.Contains(parameters[i]))
            {
                Initializers.Fill(Store, i, seed);
            }
        }

        Store.Touch();
    }

    /// <summary>
    /// Reads those tensors of a safetensors file whose names and shapes are this network's, and leaves all other parameters as they are:
    /// a network with another head takes over what it shares with the one that was saved.
    /// </summary>
    /// <param name="path">A file of <c>Save</c>, a trainer's checkpoint or another program's file.</param>
    /// <returns>What was loaded, and what was not and why.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or nothing in it matches. Then the network stays as it was.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public LoadReport LoadMatching(string path) => NetworkFile.LoadMatching(path, this);

    // Called around a forward pass, whose kernels update the statistics of all layers alike.
    internal void HoldFrozenStatistics()
    {
        foreach ((Parameter parameter, float[] values) in frozenStatistics)
        {
            parameter.Values.CopyTo(values);
        }
    }

    internal void PutFrozenStatisticsBack()
    {
        foreach ((Parameter parameter, float[] values) in frozenStatistics)
        {
            values.CopyTo(parameter.Values);
        }
    }

    private string[] SetFrozen(ReadOnlySpan<string> patterns, bool frozen)
    {
        foreach (Parameter parameter in Chosen(patterns))
        {
            parameter.Frozen = frozen;
        }

        frozenStatistics.Clear();
        frozenStatistics.AddRange(parameters
            .Where(parameter => parameter is { Frozen: true, Trainable: false })
            .Select(parameter => (parameter, new float[parameter.Length])));
        return [.. parameters.Where(parameter => parameter.Frozen).Select(parameter => parameter.Name)];
    }

    private HashSet<Parameter> Chosen(ReadOnlySpan<string> patterns)
    {
        var chosen = new HashSet<Parameter>();
        foreach (string pattern in patterns)
        {
            chosen.UnionWith(Matching(pattern));
        }

        return chosen;
    }
}
