namespace Voltloop.Record.Between;

/// <summary>What a node keeps of talking to other nodes: the answers it got, and the questions it answered.</summary>
public interface IChainStore
{
    /// <summary>Questions are kept this long; far longer than one could be replayed.</summary>
    const int QuestionDays = 400;

    /// <summary>Keeps an answer in place of an older one to the same question; durable when it returns.</summary>
    void Keep(KeptAnswer answer);

    /// <summary>The answer of a holder to a question, or <c>null</c>.</summary>
    KeptAnswer? Find(string holder, string thing, string direction, string purpose);

    /// <summary>Kept answers, latest first.</summary>
    IReadOnlyList<KeptAnswer> Answers(int limit);

    /// <summary>Notes a question; false when the asker has sent that identifier before. Durable when it returns.</summary>
    bool TryNote(AnsweredQuestion question);

    /// <summary>Questions, latest first.</summary>
    IReadOnlyList<AnsweredQuestion> Questions(int limit);
}
