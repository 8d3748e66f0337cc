using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>One type per file, named as the file; a slice may keep its request and result beside it.</summary>
public sealed class OneTypePerFile : IRule
{
    private const int SliceLimit = 3;

    public string Remedy => "Move the second type to a file of its own. Only a use case keeps its request and result (records) beside it.";

    public IEnumerable<string> Violations(SourceTree tree) => tree.Production.SelectMany(Look);

    private static IEnumerable<string> Look(SourceFile file)
    {
        MemberDeclarationSyntax[] types = [.. CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)];
        if (types.Length > 1 && !IsSlice(types))
        {
            yield return $"{file.Path} declares {types.Length} types";
        }

        if (types.Length > 0 && !types.Any(type => file.Name.StartsWith(NameOf(type), StringComparison.Ordinal)))
        {
            yield return $"{file.Path} is not named after a type in it";
        }
    }

    private static bool IsSlice(MemberDeclarationSyntax[] types) =>
        types.Length <= SliceLimit && types.Count(type => type is not RecordDeclarationSyntax) <= 1;

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax named ? named.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;
}
