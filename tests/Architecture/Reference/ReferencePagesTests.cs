using Voltloop.Tests.Architecture.Conformance;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>The pages of reference say what the program says of itself: <c>VOLTLOOP_WRITE=1 ./test Architecture</c> writes them anew.</summary>
public sealed class ReferencePagesTests
{
    [Fact]
    public void Command_line() => Check("command-line.md", CommandReference.Write());

    [Fact]
    public async Task Http() => Check("http.md", await HttpReference.WriteAsync());

    [Fact]
    public void Methods() => Check("methods.md", MethodReference.Write());

    [Fact]
    public void Vocabulary() => Check("vocabulary.md", VocabularyReference.Write());

    [Fact]
    public void Settings() => Check("settings.md", SettingsReference.Write());

    [Fact]
    public void Dependencies() => Check("dependencies.md", DependencyReference.Write());

    [Fact]
    public void The_product_holds_nothing_under_a_licence_that_is_not_allowed() =>
        DependencyReference.All.Where(package => package.Shipped && !package.Licence.Split(" OR ").Any(DependencyReference.Allowed.Contains)).ShouldBeEmpty();

    private static void Check(string name, string fresh)
    {
        var page = Path.Combine(SourceTree.Root, ConformanceReport.Folder, name);
        if (Environment.GetEnvironmentVariable("VOLTLOOP_WRITE") == "1") File.WriteAllText(page, fresh);
        File.Exists(page).ShouldBeTrue("VOLTLOOP_WRITE=1 ./test Architecture writes the page.");
        File.ReadAllText(page).ShouldBe(fresh, "VOLTLOOP_WRITE=1 ./test Architecture writes the page anew.");
    }
}
