using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>One answer to one invitation. The answer is kept apart and forgets which invitation it came by; the invitation forgets what it was for.</summary>
/// <param name="Scores">1 to 4 for each of the nine elements; null where nothing readable was given.</param>
/// <param name="Words">Optional, up to 500 characters.</param>
public sealed record AnswerSurvey(string Code, IReadOnlyDictionary<SurveyElement, int?> Scores, string Words, Respondent Respondent)
{
    public const int MostWords = 500;
}

/// <summary>What the regulation wants to know of those who answer. Nobody has to say any of it.</summary>
public sealed record Respondent(AgeBand? Age, RespondentSex? Sex, Education? Education, Occupation? Occupation);

internal sealed class AnswerSurveyHandler(IDbContextFactory<RegencyDbContext> contexts, SurveyCodes codes, RegencySecrets secrets, CurrentRegency current, TimeProvider clock) : IUseCase<AnswerSurvey, Done>
{
    private static readonly string[] PickOne = ["Pilih nilai 1 sampai 4."];

    public async Task<Outcome<Done>> HandleAsync(AnswerSurvey input, CancellationToken ct)
    {
        if (SurveyCodes.Read(input.Code) is not { } code) return SurveyProblems.UnknownCode;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lookup = codes.LookupOf(code);
        var invitation = await db.SurveyInvitations.SingleOrDefaultAsync(i => i.Lookup == lookup, ct);
        if (ReadSurveyHandler.Refusal(invitation, DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date)) is { } refusal) return refusal;
        var words = input.Words.Trim();
        if (Faults(input.Scores, words) is { Count: > 0 } faults) return SurveyProblems.Invalid(faults);
        db.SurveyAnswers.Add(AnswerTo(invitation!, input, words));
        invitation!.Use();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Sent twice at the same moment; the other one counts.
            return SurveyProblems.AlreadyAnswered;
        }

        return default(Done);
    }

    private SurveyAnswer AnswerTo(SurveyInvitation invitation, AnswerSurvey input, string words)
    {
        int Score(SurveyElement element) => input.Scores[element]!.Value;
        return new SurveyAnswer
        {
            Month = invitation.Month,
            Service = invitation.Service,
            Agency = invitation.Agency,
            Requirements = Score(SurveyElement.Requirements),
            Procedure = Score(SurveyElement.Procedure),
            Time = Score(SurveyElement.Time),
            Fee = Score(SurveyElement.Fee),
            Product = Score(SurveyElement.Product),
            Competence = Score(SurveyElement.Competence),
            Conduct = Score(SurveyElement.Conduct),
            Complaints = Score(SurveyElement.Complaints),
            Facilities = Score(SurveyElement.Facilities),
            Words = words.Length == 0 ? [] : secrets.Cipher.Encrypt("survey-words", words),
            Age = input.Respondent.Age,
            Sex = input.Respondent.Sex,
            Education = input.Respondent.Education,
            Occupation = input.Respondent.Occupation,
        };
    }

    private static Dictionary<string, string[]> Faults(IReadOnlyDictionary<SurveyElement, int?> scores, string words)
    {
        var faults = Enum.GetValues<SurveyElement>().Where(e => scores.GetValueOrDefault(e) is not (>= 1 and <= 4)).ToDictionary(e => $"/scores/{e.ToString().ToLowerInvariant()}", _ => PickOne);
        if (words.Length > AnswerSurvey.MostWords || !UnicodeText.IsPlain(words.ReplaceLineEndings(" "))) faults["/words"] = [$"Tulis paling banyak {AnswerSurvey.MostWords} huruf, tanpa tanda yang tak terlihat."];
        return faults;
    }
}
