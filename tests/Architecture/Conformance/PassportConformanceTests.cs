namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>The law is traced to tests, and the page that says so is true.</summary>
public sealed class PassportConformanceTests
{
    private static readonly ConformanceReport Report = ConformanceReport.Load(SourceTree.Load());

    private static readonly string Page = Path.Combine(SourceTree.Root, ConformanceReport.Folder, "conformance-passport.md");

    [Fact]
    public void Every_requirement_that_binds_has_a_test_or_a_reason() => Report.Gaps().ShouldBeEmpty();

    [Fact]
    public void The_page_says_what_the_tests_say()
    {
        var fresh = Report.Write();
        if (Environment.GetEnvironmentVariable("VOLTLOOP_WRITE") == "1") File.WriteAllText(Page, fresh);
        File.Exists(Page).ShouldBeTrue("VOLTLOOP_WRITE=1 ./test Architecture writes the page.");
        File.ReadAllText(Page).ShouldBe(fresh, "The tests changed: VOLTLOOP_WRITE=1 ./test Architecture writes the page anew.");
    }

    [Theory]
    [InlineData("law", "R-1 has neither")]
    [InlineData("shall", "R-1 has neither")]
    [InlineData("may", null)]
    public void A_requirement_without_test_and_reason_is_a_gap_when_it_binds(string level, string? gap)
    {
        var gaps = new ConformanceReport([new Requirement("R-1", "law", level, "text")], [], []).Gaps().ToList();
        if (gap is null) gaps.ShouldBeEmpty();
        else gaps.ShouldHaveSingleItem().ShouldStartWith(gap);
    }

    [Fact]
    public void A_test_for_a_requirement_that_nobody_knows_is_found()
    {
        var tree = SourceTree.Of(("tests/X/ATests.cs", "[Trait(\"Requirement\", \"R-9\")] class ATests { [Fact] public void Holds() { } }"));
        new ConformanceReport([], [], ProofFinder.Find(tree)).Gaps().ShouldHaveSingleItem().ShouldBe("ATests proves R-9, which is not in the table");
    }

    [Fact]
    public void The_trait_of_a_method_without_test_proves_nothing()
    {
        var tree = SourceTree.Of(("tests/X/ATests.cs", "class ATests { [Trait(\"Requirement\", \"R-1\")] public void Helper() { } [Fact, Trait(\"Requirement\", \"R-2\")] public void Test() { } }"));
        ProofFinder.Find(tree).ShouldHaveSingleItem().ShouldBe(new Proof("R-2", "ATests.Test", "tests/X/ATests.cs", 1));
    }
}
