using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Public types of production code carry a documentation comment.</summary>
public sealed class PublicSurface : IRule
{
    public string Remedy => "Say in a <summary> what the type means, with units, shapes and errors, or make it internal.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        from file in tree.Production
        where !file.IsIn("src/App")
        from type in CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax
        where type.Modifiers.Any(modifier => modifier.Text == "public")
        where !type.GetLeadingTrivia().ToFullString().Contains("///", StringComparison.Ordinal)
        select $"{file.Path}: {type.Identifier.Text} has no documentation comment";
}
