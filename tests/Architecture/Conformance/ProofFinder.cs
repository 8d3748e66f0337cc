using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>Finds tests with the trait <c>Requirement</c> in the sources of the test projects.</summary>
public static class ProofFinder
{
    private const string Trait = "Requirement";

    public static IReadOnlyList<Proof> Find(SourceTree tree) =>
        [.. tree.CSharp.Where(file => file.IsIn("tests") && file.Text.Contains($"[Trait(\"{Trait}\"", StringComparison.Ordinal)).SelectMany(InFile)];

    private static IEnumerable<Proof> InFile(SourceFile file) =>
        CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().SelectMany(type => OfClass(type, file.Path));

    private static IEnumerable<Proof> OfClass(ClassDeclarationSyntax type, string path)
    {
        var methods = type.Members.OfType<MethodDeclarationSyntax>().Where(IsTest).ToList();
        var whole = Traits(type).ToHashSet(StringComparer.Ordinal);
        foreach (var id in whole) yield return new Proof(id, type.Identifier.Text, path, methods.Count);
        foreach (var method in methods)
        {
            foreach (var id in Traits(method).Where(id => !whole.Contains(id))) yield return new Proof(id, $"{type.Identifier.Text}.{method.Identifier.Text}", path, 1);
        }
    }

    private static bool IsTest(MethodDeclarationSyntax method) => Attributes(method).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    private static IEnumerable<string> Traits(MemberDeclarationSyntax member) => Attributes(member)
        .Where(attribute => attribute.Name.ToString() == "Trait" && Argument(attribute, 0) == Trait).Select(attribute => Argument(attribute, 1));

    private static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes);

    private static string Argument(AttributeSyntax attribute, int index) =>
        (attribute.ArgumentList?.Arguments[index].Expression as LiteralExpressionSyntax)?.Token.ValueText ?? "";
}
