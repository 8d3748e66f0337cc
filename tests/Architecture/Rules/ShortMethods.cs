namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Methods are at most 70 lines long.</summary>
public sealed class ShortMethods : IRule
{
    public const int Limit = 70;

    public string Remedy => $"Split the method at its ideas ({Limit} lines at most). A kernel may stay longer with a comment \"// Long because ...\" above it.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        from found in Methods.Of(tree)
        where Methods.Lines(found.Method) > Limit && !Methods.IsExcused(found.File, found.Method)
        select $"{found.File.Path}: {Methods.Name(found.Method)} has {Methods.Lines(found.Method)} lines";
}
