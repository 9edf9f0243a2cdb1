using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Surveys;

namespace MppDigital.Web.Api;

/// <summary>The satisfaction survey: an answer by code, and the index for everybody.</summary>
internal static class SurveysApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/surveys", AnswerAsync).Accepts<AnswerBody>("application/json").Produces(201).AllowAnonymous().WithTags("Survei");
        api.MapGet("/satisfaction", ReadAsync).Produces<SatisfactionView>().AllowAnonymous().WithTags("Kinerja");
    }

    /// <param name="Scores">1 to 4 by element: <c>requirements procedure time fee product competence conduct complaints facilities</c>.</param>
    /// <param name="Words">Optional, up to 500 characters.</param>
    /// <param name="Respondent">Optional, and so is each part of it.</param>
    internal sealed record AnswerBody(string? Code, IReadOnlyDictionary<SurveyElement, int?>? Scores, string? Words, RespondentBody? Respondent);

    internal sealed record RespondentBody(AgeBand? Age, RespondentSex? Sex, Education? Education, Occupation? Occupation);

    /// <summary>The code is good for one answer, so a repeat is told so (409) and needs no key of its own: with one, the key would tie answer and sender together for a week.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, IUseCase<AnswerSurvey, Done> answer, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<AnswerBody>(context);
        if (!body.Succeeded) return body.Problem.ToResult();
        if (body.Value.Code is not { Length: > 0 and <= 40 } code) return RequestParts.Wrong("/code", "Tulis 12 huruf dan angka dari tautan, tiket, atau halaman permohonan.").ToResult();
        var said = body.Value.Respondent;
        var given = new AnswerSurvey(code, body.Value.Scores ?? new Dictionary<SurveyElement, int?>(), body.Value.Words ?? "", new Respondent(said?.Age, said?.Sex, said?.Education, said?.Occupation));
        return (await answer.HandleAsync(given, ct)).ToResult(_ => ApiAnswers.Json(new { received = true }, 201));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IUseCase<ReadSatisfaction, SatisfactionView> read, CancellationToken ct) =>
        context.Request.Query["period"] is { Count: > 1 }
            ? RequestParts.Wrong("/period", "Kirim period satu kali.").ToResult()
            : (await read.HandleAsync(new ReadSatisfaction(context.Request.Query["period"].FirstOrDefault()), ct)).ToResult(view => ApiAnswers.Json(view));
}
