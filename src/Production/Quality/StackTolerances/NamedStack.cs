using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A result with the dimensions that it comes from.</summary>
/// <param name="Name">Name of the result.</param>
/// <param name="Parts">Its contributors.</param>
internal sealed record NamedStack(string Name, IReadOnlyList<StackPart> Parts)
{
    /// <summary>The contributors as the kernel takes them.</summary>
    public IReadOnlyList<Contributor> Contributors => [.. Parts.Select(part => part.Of)];
}
