namespace Voltloop.Core.Problems;

/// <summary>
/// A named kind of operating error. The code is part of the public contract: it becomes the last part of the
/// RFC 9457 problem type over HTTP and decides the exit code on the command line.
/// </summary>
/// <param name="Code">Kebab-case name, stable over versions, for example <c>unknown-term</c>.</param>
/// <param name="Title">One short sentence in plain words, the same for every occurrence.</param>
/// <param name="HttpStatus">HTTP status code that the kind translates to.</param>
/// <param name="ExitCode">Process exit code that the kind translates to (1 to 125; 2 bad input, 3 not found, 4 conflict, 5 store, 6 limit).</param>
public sealed record ProblemKind(string Code, string Title, int HttpStatus, int ExitCode);
