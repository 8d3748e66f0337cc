using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>The methods of a tree with their sizes.</summary>
internal static class Methods
{
    public static IEnumerable<(SourceFile File, BaseMethodDeclarationSyntax Method)> Of(SourceTree tree) =>
        from file in tree.Production
        from method in CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        where method.Body is not null || method.ExpressionBody is not null
        select (file, method);

    public static int Lines(BaseMethodDeclarationSyntax method)
    {
        var span = method.SyntaxTree.GetLineSpan(method.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    public static string Name(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text + " constructor",
        _ => method.Kind().ToString(),
    };

    /// <summary>A kernel may be longer when the comment above it says why.</summary>
    public static bool IsExcused(SourceFile file, BaseMethodDeclarationSyntax method) =>
        file.IsIn("src/Kernels") && method.GetLeadingTrivia().ToFullString().Contains("Long because", StringComparison.Ordinal);
}
