namespace NetDsl.Generator.Model;

/// <summary>
/// A pure function that remembers its last results. Generator and analyzer ask for shapes and plan of the same declarations, one after
/// the other, at every keystroke.
/// </summary>
/// <param name="function">The function.</param>
internal sealed class Memo<TKey, TValue>(Func<TKey, TValue> function)
    where TKey : class, IEquatable<TKey>
{
    // As many networks as an editor has in view; each holds some megabytes at most.
    private const int Capacity = 8;

    private readonly object gate = new();
    private readonly List<(TKey Key, TValue Value)> last = [];

    public TValue Of(TKey key)
    {
        lock (gate)
        {
            int index = last.FindIndex(entry => entry.Key.Equals(key));
            if (index >= 0)
            {
                (TKey, TValue Value) found = last[index];
                last.RemoveAt(index);
                last.Add(found);
                return found.Value;
            }
        }

        TValue value = function(key);
        lock (gate)
        {
            last.Add((key, value));
            if (last.Count > Capacity)
            {
                last.RemoveAt(0);
            }
        }

        return value;
    }
}
