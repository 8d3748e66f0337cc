using Voltloop.Core.Problems;

namespace Voltloop.Health.ReadMatlab;

/// <summary>A structure, or an array of structures with the same fields.</summary>
/// <param name="Dimensions">Rows and columns.</param>
/// <param name="Names">Names of the fields in order.</param>
/// <param name="Elements">Values of the fields, element by element.</param>
internal sealed record MatlabStructure(IReadOnlyList<int> Dimensions, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<MatlabValue>> Elements)
    : MatlabValue(Dimensions)
{
    /// <inheritdoc/>
    public override MatlabValue Field(string name) => Find(name)
        ?? throw new ProblemException(MatlabProblems.FieldMissing, $"The structure has no field \"{name}\"; it has {string.Join(", ", Names)}.");

    /// <summary>A field of the first element, or <c>null</c>.</summary>
    public MatlabValue? Find(string name)
    {
        var place = Names.ToList().IndexOf(name);
        return place < 0 || Elements.Count == 0 ? null : Elements[0][place];
    }
}
