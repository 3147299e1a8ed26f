using Spectre.Console;
using Spectre.Console.Rendering;

namespace NetDsl;

/// <summary>The column beside the bar, whose text is asked for at each drawing.</summary>
internal sealed class ProgressStateColumn(Func<string> text) : ProgressColumn
{
    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
}
