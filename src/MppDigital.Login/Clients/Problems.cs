using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Clients;

/// <summary>Refusals of programs that ask to be let in; read by operators.</summary>
internal static class Problems
{
    public static Problem InvalidClient(Dictionary<string, string[]> errors) =>
        new(ProblemKind.Invalid, "invalid-client-registration", string.Join(' ', errors.Select(e => $"{e.Key}: {e.Value[0]}"))) { Errors = errors };
}
