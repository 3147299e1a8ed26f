namespace NetDsl.Runtime;

/// <summary>The items of a kernel's work that one thread takes: from <see cref="From"/> up to, not including, <see cref="To"/>.</summary>
public readonly record struct Share(int From, int To);
