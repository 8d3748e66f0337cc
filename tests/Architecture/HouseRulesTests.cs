using Voltloop.Tests.Architecture.Rules;

namespace Voltloop.Tests.Architecture;

/// <summary>The house keeps its rules, and each rule is proven able to fail.</summary>
public sealed class HouseRulesTests
{
    private static readonly SourceTree House = SourceTree.Load();

    public static TheoryData<IRule> Rules =>
    [
        new ProjectReferences(), new PureCode(), new ShortMethods(), new TypicalMethods(), new FewParameters(),
        new ShortFiles(), new OneTypePerFile(), new ReadmePerProject(), new PublicSurface(), new NamedTests(),
        new TrapTable(),
    ];

    public static TheoryData<IRule, string, string> Breakers => new()
    {
        { new ProjectReferences(), "src/A/Voltloop.Health.csproj", """<ProjectReference Include="../B/Voltloop.Passport.csproj" />""" },
        { new ProjectReferences(), "src/Core/Voltloop.Core.csproj", """<ProjectReference Include="../Record/Voltloop.Record.csproj" />""" },
        { new PureCode(), "src/X/Health/Model/A.cs", "class A { void M() { File.ReadAllText(\"x\"); } }" },
        { new PureCode(), "src/Kernels/A.cs", "using System.Net.Http; class A { }" },
        { new ShortMethods(), "src/A.cs", $"class A {{ void M() {{ {new string('\n', 71)} }} }}" },
        { new TypicalMethods(), "src/A.cs", $"class A {{ void M() {{ {new string('\n', 9)} }} }}" },
        { new FewParameters(), "src/A.cs", "class A { void M(int a, int b, int c, int d, int e) { } }" },
        { new ShortFiles(), "src/A.cs", new string('\n', 501) },
        { new OneTypePerFile(), "src/A.cs", "class A { } class B { }" },
        { new OneTypePerFile(), "src/B.cs", "class A { }" },
        { new ReadmePerProject(), "src/Production/Q/Voltloop.Q.csproj", "" },
        { new PublicSurface(), "src/A.cs", "namespace N; public class A { }" },
        { new NamedTests(), "SECURITY.md", "## Threats\n| threat | what holds it | test |\n|---|---|---|\n| a thief | a lock | `NoSuchTests` |\n" },
        { new NamedTests(), "ARCHITECTURE.md", "## Rules\n- nobody checks this → `NoSuchTests`\n" },
        { new TrapTable(), "docs/reference/health-traps.md", "| a trap | nothing | `NoSuchTests.Method` |\n" },
        { new TrapTable(), "docs/reference/health-traps.md", "| a trap | nothing | |\n" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_house_keeps_the_rule(IRule rule)
    {
        string[] broken = [.. rule.Violations(House)];
        broken.ShouldBeEmpty($"{rule.Remedy}\n{string.Join('\n', broken)}\n");
    }

    [Theory]
    [MemberData(nameof(Breakers))]
    public void The_rule_can_fail(IRule rule, string path, string text) =>
        rule.Violations(SourceTree.Of((path, text))).ShouldNotBeEmpty();

    [Fact]
    public void A_kernel_with_a_reason_may_be_long() =>
        new ShortMethods().Violations(SourceTree.Of(("src/Kernels/A.cs", $"class A {{\n// Long because unrolled.\nvoid M() {{ {new string('\n', 71)} }} }}")))
            .ShouldBeEmpty();

    [Fact]
    public void The_tree_that_is_checked_is_the_real_one() => House.Production.Count().ShouldBeGreaterThan(30);
}
