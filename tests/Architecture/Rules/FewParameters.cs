using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>At most four parameters; a cancellation token and what an extension method extends do not count.</summary>
public sealed class FewParameters : IRule
{
    public const int Limit = 4;

    public string Remedy => "Give the parameters that belong together a name: a record.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        from found in Methods.Of(tree)
        where found.Method is MethodDeclarationSyntax && !Methods.IsExcused(found.File, found.Method)
        let count = found.Method.ParameterList.Parameters.Count(Counts)
        where count > Limit
        select $"{found.File.Path}: {Methods.Name(found.Method)} has {count} parameters";

    private static bool Counts(ParameterSyntax parameter) =>
        parameter.Type?.ToString() != "CancellationToken" && !parameter.Modifiers.Any(modifier => modifier.Text == "this");
}
