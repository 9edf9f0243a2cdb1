using System.Globalization;
using System.Numerics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback;

/// <summary>From a finished service to the published index, on databases of their own.</summary>
public sealed class SurveyTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly RegencyCode Here = TwoRegencies.Bukittinggi;
    private static readonly StaffMember Admin = new("admin-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Admin, "")]);
    private static readonly Respondent Nobody = new(null, null, null, null);

    [Fact]
    public async Task One_service_is_rated_once_and_nothing_leads_from_the_answer_to_the_person()
    {
        var act = Guid.NewGuid();
        // The outbox works at least once.
        await FinishAsync(act, "DPM-SIP-04", regencies.Clock.GetUtcNow().UtcDateTime);
        await FinishAsync(act, "DPM-SIP-04", regencies.Clock.GetUtcNow().UtcDateTime);
        var code = await CodeAsync(act);

        var form = await regencies.GetAsync<ReadSurvey, SurveyForm>(Here, new ReadSurvey($" {code.ToLowerInvariant()[..4]}-{code[4..]}"));
        Assert.Equal("DPM-SIP-04", form.Service);
        // The code of another regency opens nothing here.
        Assert.Equal("unknown-survey-code", (await regencies.RunAsync<ReadSurvey, SurveyForm>(TwoRegencies.Padang, new ReadSurvey(code))).Problem?.Code);
        foreach (var forged in (string[])[code[..11] + (code[11] == '0' ? '1' : '0'), "", "0123456789AB", code + "0", "../../etc"])
            Assert.Equal("unknown-survey-code", (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(forged, 4))).Problem?.Code);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 4) with { Words = "Cepat, terima kasih." }))));
        Assert.Equal(["survey-already-answered", "survey-already-answered", "survey-already-answered"], both.Where(o => !o.Succeeded).Select(o => o.Problem!.Code));
        Assert.Equal("survey-already-answered", (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 1))).Problem?.Code);

        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var answer = await db.SurveyAnswers.SingleAsync(a => a.Service == "DPM-SIP-04");
        var lookup = scope.ServiceProvider.GetRequiredService<SurveyCodes>().LookupOf(code);
        var invitation = await db.SurveyInvitations.SingleAsync(i => i.Lookup == lookup);
        Assert.Equal(("", "", 0, true), (invitation.Service, invitation.Agency, invitation.Month, invitation.Used));
        Assert.Equal(1, await db.SurveyPopulation.Where(p => p.Service == "DPM-SIP-04").SumAsync(p => p.Acts));
        // An id of version 7 would tell the order of the answers.
        Assert.Equal(4, answer.Id.Version);
        Assert.NotEqual(act, answer.Id);
        var kept = db.Entry(answer).Properties.Select(p => p.Metadata.Name).ToHashSet();
        Assert.DoesNotContain(db.Entry(answer).Properties, p => p.CurrentValue is DateTime or DateOnly);
        Assert.DoesNotContain(db.Entry(invitation).Properties.Where(p => p.Metadata.ClrType == typeof(string) && (string)p.CurrentValue! != ""), p => kept.Contains(p.Metadata.Name));
    }

    [Fact]
    public async Task What_cannot_be_counted_or_comes_too_late_is_refused_with_the_field_named()
    {
        var (act, old) = (Guid.NewGuid(), Guid.NewGuid());
        var now = regencies.Clock.GetUtcNow().UtcDateTime;
        await FinishAsync(act, "DKC-KTP-02", now);
        await FinishAsync(old, "DKC-KTP-02", now.AddDays(-SurveyInvitation.DaysOpen - 2));
        var code = await CodeAsync(act);

        foreach (var bad in (int?[])[0, 5, -1, null])
        {
            var scores = new Dictionary<SurveyElement, int?>(Sheet(code, 3).Scores) { [SurveyElement.Time] = bad };
            Assert.Equal(["/scores/time"], (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 3) with { Scores = scores })).Problem?.Errors.Keys);
        }

        Assert.Equal(9, (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 3) with { Scores = new Dictionary<SurveyElement, int?>() })).Problem?.Errors.Count);
        Assert.Equal(["/words"], (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 3) with { Words = new string('a', 501) })).Problem?.Errors.Keys);
        Assert.Equal("survey-over", (await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(await CodeAsync(old), 3))).Problem?.Code);
        Assert.True((await regencies.RunAsync<AnswerSurvey, Done>(Here, Sheet(code, 3))).Succeeded);
    }

    [Fact]
    public async Task A_thousand_surveys_give_what_fractions_give_and_few_answers_are_hidden_along_place_and_time()
    {
        var random = new Random(14_2017);
        var answers = Enumerable.Range(0, 1000).Select(_ => Answer(202501 + random.Next(12), $"AG{random.Next(3)}", $"S{random.Next(4)}", () => random.Next(1, 5))).ToList();
        // In 2024 six each month for each of three services, but three only for the first one in April.
        var sparse = from month in Enumerable.Range(202401, 12) from service in (string[])["S0", "S1", "S2"] from answer in Many((month, service) == (202404, "S0") ? 3 : 6, month, "AG0", service) select answer;
        await AddAsync(TwoRegencies.Padang, [.. answers, .. sparse]);

        foreach (var (period, first, last) in ((string, int, int)[])[("2025", 1, 12), ("2025-S1", 1, 6), ("2025-T4", 10, 12), ("2025-02", 2, 2)])
        {
            var view = await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(TwoRegencies.Padang, new ReadSatisfaction(period));
            var meant = answers.Where(a => a.Month % 100 >= first && a.Month % 100 <= last).ToList();
            Agree(meant, view.Total);
            Assert.Equal(3, view.Agencies.Count);
            foreach (var line in view.Agencies) Agree([.. meant.Where(a => a.Agency == line.Agency)], line);
            foreach (var line in view.Services.Where(l => l.State == "shown")) Agree([.. meant.Where(a => a.Agency == line.Agency && a.Service == line.Service)], line);
            Assert.True(first == 2 || view.Services.All(l => l.State == "shown"));
        }

        // Nobody can take May and June from the quarter, or the others from April.
        var april = await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(TwoRegencies.Padang, new ReadSatisfaction("2024-04"));
        Assert.Equal(["few", "few", "shown"], april.Services.Select(s => s.State));
        var quarter = await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(TwoRegencies.Padang, new ReadSatisfaction("2024-T2"));
        Assert.Equal(["few", "few", "shown"], (await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(TwoRegencies.Padang, new ReadSatisfaction("2024-05"))).Services.Select(s => s.State));
        Assert.All(quarter.Services, s => Assert.Equal("shown", s.State));
        Assert.Equal(51, quarter.Total.Figures!.Respondents);
        foreach (var bad in (string[])["2025-13", "2025-T5", "2025-S0", "x", "", "20255", "2025-1", "1999"])
            Assert.Equal(["/period"], (await regencies.RunAsync<ReadSatisfaction, SatisfactionView>(TwoRegencies.Padang, new ReadSatisfaction(bad))).Problem?.Errors.Keys);
        Assert.StartsWith("%PDF-1.7", System.Text.Encoding.ASCII.GetString((await regencies.GetAsync<PrintSatisfaction, PrintedSatisfaction>(TwoRegencies.Padang, new PrintSatisfaction("2025"))).Content, 0, 8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weakest_element_of_a_quarter_becomes_a_task_until_somebody_says_what_was_done()
    {
        var today = DateOnly.FromDateTime(regencies.Clock.GetUtcNow().UtcDateTime.AddHours(7));
        var quarter = SurveyPeriod.Containing(today, 3).Before;
        await AddAsync(Here, [.. Enumerable.Range(0, 6).Select(_ => Answer(quarter.FirstMonth, "DKC", "DKC-AKL-01", () => 4, time: 2))]);

        await regencies.VisitAsync(Here, CareForSurvey.TaskKind);
        await regencies.VisitAsync(Here, CareForSurvey.TaskKind);

        Assert.Equal("admins-only", (await regencies.RunAsync<ListImprovements, IReadOnlyList<ImprovementView>>(Here, new ListImprovements(Admin with { Seats = [] }))).Problem?.Code);
        var task = Assert.Single(await regencies.GetAsync<ListImprovements, IReadOnlyList<ImprovementView>>(Here, new ListImprovements(Admin)));
        Assert.Equal((quarter.ToString(), SurveyElement.Time, 2m, quarter.After.LastDay, "open"), (task.Period, task.Element, task.Mean, task.DueOn, task.State));

        var change = new ChangeImprovement(Admin, task.Id, "", "Tambah loket pada hari Senin.", today.AddDays(3), "", task.Version);
        Assert.Equal(["/done", "/dueOn", "/owner"], (await regencies.RunAsync<ChangeImprovement, ImprovementView>(Here, change with { Owner = "siapa", DueOn = today.AddDays(-1), Done = "ya" })).Problem?.Errors.Keys.Order());
        var planned = await regencies.GetAsync<ChangeImprovement, ImprovementView>(Here, change);
        Assert.Equal("stale", (await regencies.RunAsync<ChangeImprovement, ImprovementView>(Here, change)).Problem?.Code);
        await regencies.VisitAsync(Here, CareForSurvey.TaskKind);
        await using (var scope = regencies.Enter(Here))
        {
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
            Assert.Equal(today, (await db.ImprovementTasks.SingleAsync()).RemindedOn);
        }

        var current = await regencies.GetAsync<ReadImprovement, ImprovementView>(Here, new ReadImprovement(Admin, task.Id));
        Assert.True(current.Version > planned.Version);
        var done = await regencies.GetAsync<ChangeImprovement, ImprovementView>(Here, change with { Done = "Dua loket dibuka lagi.", Version = current.Version });
        Assert.Equal("improvement-closed", (await regencies.RunAsync<ChangeImprovement, ImprovementView>(Here, change with { Version = done.Version })).Problem?.Code);
        var shown = await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(Here, new ReadSatisfaction($"{quarter.Year}"));
        Assert.Equal("Dua loket dibuka lagi.", Assert.Single(shown.Improvements).Done);
        // Few answers of a quarter that still runs hide the running year, not the quarter that is over.
        await AddAsync(Here, [Answer(quarter.After.FirstMonth, "DKC", "DKC-AKL-01", () => 4)]);
        Assert.Equal("shown", (await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(Here, new ReadSatisfaction(quarter.ToString()))).Total.State);
        Assert.Equal("few", (await regencies.GetAsync<ReadSatisfaction, SatisfactionView>(Here, new ReadSatisfaction($"{quarter.Year}"))).Total.State);
    }

    /// <summary>The same sums as exact fractions, rounded as on paper: half a hundredth goes up.</summary>
    private static void Agree(List<SurveyAnswer> meant, SatisfactionLine line)
    {
        Assert.Equal("shown", line.State);
        BigInteger sum = meant.Sum(a => a.Requirements + a.Procedure + a.Time + a.Fee + a.Product + a.Competence + a.Conduct + a.Complaints + a.Facilities);
        BigInteger below = 9 * meant.Count;
        // 25 * sum / below in hundredths, half up.
        var hundredths = ((2 * 2500 * sum) + below) / (2 * below);
        Assert.Equal(hundredths.ToString(CultureInfo.InvariantCulture), ((int)(line.Figures!.Index * 100)).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(hundredths >= 8831 ? 'A' : hundredths >= 7661 ? 'B' : hundredths >= 6500 ? 'C' : 'D', line.Figures.Grade);
        Assert.Equal(meant.Count, line.Figures.Respondents);
        var conduct = ((2 * 10_000 * (BigInteger)meant.Sum(a => a.Conduct)) + meant.Count) / (2 * (BigInteger)meant.Count);
        Assert.Equal(conduct, (BigInteger)(line.Figures.Elements[SurveyElement.Conduct] * 10_000));
    }

    private static AnswerSurvey Sheet(string code, int score) => new(code, Enum.GetValues<SurveyElement>().ToDictionary(e => e, _ => (int?)score), "", Nobody);

    private static IEnumerable<SurveyAnswer> Many(int count, int month, string agency, string service) => Enumerable.Range(0, count).Select(_ => Answer(month, agency, service, () => 3));

    private static SurveyAnswer Answer(int month, string agency, string service, Func<int> score, int? time = null) => new()
    {
        Month = month,
        Agency = agency,
        Service = service,
        Requirements = score(),
        Procedure = score(),
        Time = time ?? score(),
        Fee = score(),
        Product = score(),
        Competence = score(),
        Conduct = score(),
        Complaints = score(),
        Facilities = score(),
    };

    private async Task AddAsync(RegencyCode regency, IReadOnlyList<SurveyAnswer> answers)
    {
        await using var scope = regencies.Enter(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        db.SurveyAnswers.AddRange(answers);
        await db.SaveChangesAsync();
    }

    private async Task FinishAsync(Guid act, string service, DateTime at)
    {
        await using var scope = regencies.Enter(Here);
        // As the row lies in the outbox, written by whoever ended the visit.
        var row = new FinishedService("visit", act, service, "DPMPTSP", at, "citizen-1", "A012").ToRow(at);
        await scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == row.Kind).HandleAsync(row.Payload, CancellationToken.None);
    }

    private async Task<string> CodeAsync(Guid act)
    {
        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return scope.ServiceProvider.GetRequiredService<SurveyCodes>().Of("visit", act);
    }
}
