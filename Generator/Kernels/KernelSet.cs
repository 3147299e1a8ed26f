namespace NetDsl.Generator.Kernels;

/// <summary>The kernels of a project, each once.</summary>
internal static class KernelSet
{
    /// <summary>Kernels without repetition, in the order of first use.</summary>
    /// <exception cref="InvalidOperationException">Two that differ have one name, which would be one file: a fault of a kernel's name.</exception>
    public static IReadOnlyList<Kernel> Of(IEnumerable<Kernel> kernels)
    {
        var names = new Dictionary<string, Kernel>(StringComparer.OrdinalIgnoreCase);
        var found = new List<Kernel>();
        foreach (Kernel kernel in kernels)
        {
            if (!names.TryGetValue(kernel.Name, out Kernel known))
            {
                names.Add(kernel.Name, kernel);
                found.Add(kernel);
            }
            else if (!known.Equals(kernel))
            {
                throw new InvalidOperationException(
                    $"Two kernels are called {kernel.Name}: {known} and {kernel}. This is a fault of NetDsl, whose kernel names must say the whole geometry; please report it with the declaration of the network.");
            }
        }

        return found;
    }
}
