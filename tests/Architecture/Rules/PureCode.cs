using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Model/ and Kernels/ know no HTTP, SQL, file or clock.</summary>
public sealed class PureCode : IRule
{
    private static readonly string[] Namespaces =
        ["Microsoft.AspNetCore", "Microsoft.Data", "Microsoft.Extensions", "System.Net", "System.Data", "Spectre.Console", "System.CommandLine"];

    private static readonly string[] Types =
        ["File", "Directory", "FileStream", "FileInfo", "HttpClient", "HttpContext", "SqliteConnection", "TimeProvider", "Stopwatch", "Console", "Environment"];

    public string Remedy => "Pass the value in as an argument and do the I/O in the use case around the model or kernel.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        tree.Production.Where(file => file.IsIn("src/Kernels") || file.HasFolder("Model")).SelectMany(Look);

    private static IEnumerable<string> Look(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
        var imported = root.Usings.Select(line => line.Name?.ToString() ?? "").Where(name => Namespaces.Any(name.StartsWith));
        var used = root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.Text).Where(name => Types.Contains(name));
        return imported.Concat(used).Distinct().Select(name => $"{file.Path} uses {name}");
    }
}
