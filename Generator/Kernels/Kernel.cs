using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// One kernel, specialised to a geometry: a value, so that equal geometries share one source and the compiler's caches
/// tell which kernels an edit touched.
/// </summary>
internal abstract record Kernel
{
    /// <summary>The class's name, which says the whole geometry.</summary>
    public abstract string Name { get; }

    /// <summary>What it computes, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>How prediction does a layer with it, in a few words for the network's table; empty for kernels of training.</summary>
    public virtual string Choice => "";

    /// <summary>Where things stand behind the pointers, in a few lines.</summary>
    public virtual IEnumerable<string> Legend => [];

    /// <summary>The methods that a level provides, the same at every level.</summary>
    public abstract IReadOnlyList<KernelMethod> Methods { get; }

    /// <summary>Memory that every thread needs while it runs, enough for every level.</summary>
    public virtual int ScratchFloats => 0;

    /// <summary>Whether it asks for cache lines before it needs them, where the processor has an instruction for that.</summary>
    public virtual bool Prefetches => false;

    /// <summary>The levels that it is written for, the widest first; a machine of a wider one takes the first.</summary>
    public virtual IReadOnlyList<Level> Levels => Level.All;

    /// <summary>How it is done at a level, tile and loop order, in up to three lines.</summary>
    public abstract IEnumerable<string> Explain(Level level);

    /// <summary>Writes the body of a method.</summary>
    public abstract void WriteBody(SourceWriter writer, KernelMethod method, Level level);

    /// <summary>Writes further private members that the bodies use.</summary>
    public virtual void WriteHelpers(SourceWriter writer, Level level)
    {
    }
}

/// <summary>A method of a kernel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters as declared, such as <c>float* x</c>.</param>
internal sealed record KernelMethod(string Name, params string[] Parameters)
{
    public string Signature => string.Join(", ", Parameters);

    public string Arguments => string.Join(", ", Parameters.Select(parameter => parameter.Substring(parameter.LastIndexOf(' ') + 1)));
}
