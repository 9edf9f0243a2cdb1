using MppDigital.Platform.UseCases;
using MppDigital.Web.Components.Pieces;

namespace MppDigital.Web.SignIn;

/// <summary>A refusal as a form shows it: at its fields, and in the list on top.</summary>
internal static class Refusals
{
    public static string? ErrorOf(this Problem? problem, string field) => problem?.Errors.GetValueOrDefault("/" + field)?[0];

    /// <summary>For <c>aria-invalid</c>.</summary>
    public static string? Invalid(this Problem? problem, string field) => problem.ErrorOf(field) is null ? null : "true";

    public static IReadOnlyList<FieldError> Fields(this Problem? problem) => [.. (problem?.Errors ?? new Dictionary<string, string[]>()).Select(e => new FieldError(e.Key[1..], e.Value[0]))];
}
