using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Which values stand within the concatenation that reads them, so that nothing is copied.</summary>
internal sealed class Concatenations
{
    private readonly int[] owners;
    private readonly int[] channels;

    private Concatenations(int count)
    {
        owners = [.. Enumerable.Range(0, count)];
        channels = new int[count];
    }

    /// <param name="fusion">The steps.</param>
    /// <param name="movable">Whether a value may stand within another.</param>
    public static Concatenations Of(Fusion fusion, Func<int, bool> movable)
    {
        var result = new Concatenations(fusion.Values.Count);
        foreach (PlanNode node in fusion.Nodes.Where(node => node.Operation is Concatenation))
        {
            int channel = 0;
            foreach (int input in node.Inputs)
            {
                if (input != 0 && result.owners[input] == input && fusion.Values[input].Shape.Rank == fusion.Values[node.Output].Shape.Rank && movable(input))
                {
                    result.owners[input] = node.Output;
                    result.channels[input] = channel;
                }

                channel += fusion.Values[input].Shape.Channels;
            }
        }

        return result;
    }

    /// <summary>Whether the value stands within another.</summary>
    public bool Moved(int value) => owners[value] != value;

    /// <summary>The value whose memory holds this one, and the channel at which this one begins.</summary>
    public (int Value, int Channel) Home(int value)
    {
        int channel = 0;
        while (owners[value] != value)
        {
            channel += channels[value];
            value = owners[value];
        }

        return (value, channel);
    }

    /// <summary>Whether an input of a concatenation already stands where the concatenation wants it.</summary>
    public bool InPlace(PlanNode concatenation, int slot)
    {
        int channel = ((Concatenation)concatenation.Operation).Inputs.Take(slot).Sum(input => input.Channels);
        return owners[concatenation.Inputs[slot]] == concatenation.Output && channels[concatenation.Inputs[slot]] == channel;
    }
}
