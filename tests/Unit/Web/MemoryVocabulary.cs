using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Web;

internal sealed class MemoryVocabulary : IVocabulary
{
    public IReadOnlyList<Term> Terms { get; } =
    [
        new("ratedCapacity", "Rated capacity", "Performance", TermType.Number, "Ah", 1),
        new("stateOfHealth", "State of health", "Performance", TermType.Number, "%", 4) { Dynamic = true },
    ];

    public Term? Find(string id) => Terms.FirstOrDefault(term => term.Id == id);
}
