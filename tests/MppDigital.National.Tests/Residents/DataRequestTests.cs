using MppDigital.National.Residents.Requests;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Residents;

public sealed class DataRequestTests(NationalDatabase nation) : IClassFixture<NationalDatabase>
{
    private static int people;

    private readonly int number = Interlocked.Increment(ref people);

    private string Sub => $"asker-{number}";

    /// <summary>Each test its own, so that none counts what another has left waiting.</summary>
    private RegencyCode Office => nation.Directory.All[number].Code;

    private RegencyCode Elsewhere => nation.Directory.All[^1].Code;

    [Fact]
    public async Task Is_due_after_three_times_24_hours_alarms_after_two_and_shows_at_the_ministry()
    {
        var asked = await CorrectAsync(Sub);
        Assert.Equal((nation.Clock.UtcNow.AddHours(72), false), (asked.DueAt, asked.IsAlarm));

        nation.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.False((await ReadAsync(asked.Id)).IsAlarm);
        nation.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await ReadAsync(asked.Id)).IsAlarm);
        Assert.Equal(0, (await LateAsync()).Overdue);
        nation.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, (await LateAsync()).Overdue);

        await AnswerAsync(asked, granted: false, "Data sudah sesuai dengan berkas asli.");
        Assert.DoesNotContain((await nation.GetAsync<ListLateRequests, IReadOnlyList<LateOffice>>(new())), o => o.Office == Office.Value);
    }

    [Fact]
    public async Task Is_read_by_its_person_and_its_office_and_nobody_else()
    {
        var asked = await CorrectAsync(Sub);

        Assert.Equal("unknown-request", (await nation.RunAsync<ReadDataRequest, DataRequestView>(new("somebody-else", asked.Id))).Problem?.Code);
        Assert.Empty(await nation.GetAsync<ListDataRequests, IReadOnlyList<DataRequestView>>(new("somebody-else")));
        Assert.Equal("unknown-request", (await nation.RunAsync<ReadOfficeRequest, OfficeRequest>(new(Elsewhere, asked.Id))).Problem?.Code);
        Assert.Equal("unknown-request", (await nation.RunAsync<AnswerCorrection, DataRequestView>(new(Elsewhere, "admin", asked.Id, true, "Sudah diperbaiki di dokumen.", asked.Version))).Problem?.Code);
        Assert.DoesNotContain((await nation.GetAsync<ListOfficeRequests, IReadOnlyList<OfficeRequest>>(new(Office))), r => r.Request.Right.Length > 0);
        Assert.Equal("Jalan Melati 5", (await nation.GetAsync<ReadOfficeRequest, OfficeRequest>(new(Office, asked.Id))).Request.Right);
    }

    [Fact]
    public async Task Is_answered_once_with_a_reason_by_whoever_saw_it_last()
    {
        var asked = await CorrectAsync(Sub);
        Assert.Equal(["/reason"], (await TryAnswerAsync(asked, "ya", asked.Version)).Problem!.Errors.Keys);
        Assert.Equal("version-required", (await TryAnswerAsync(asked, "Sudah diperbaiki di dokumen.", null)).Problem?.Code);
        Assert.Equal("stale", (await TryAnswerAsync(asked, "Sudah diperbaiki di dokumen.", asked.Version + 1)).Problem?.Code);

        var answered = await AnswerAsync(asked, granted: false, "Nama jalan sesuai peraturan daerah.");

        Assert.Equal(("refused", "Nama jalan sesuai peraturan daerah."), (answered.State, answered.Reason));
        Assert.Equal("request-answered", (await TryAnswerAsync(asked, "Sudah diperbaiki di dokumen.", answered.Version)).Problem?.Code);
    }

    [Fact]
    public async Task Of_one_kind_is_under_way_once_and_says_what_is_missing()
    {
        await CorrectAsync(Sub);
        Assert.Equal("request-under-way", (await nation.RunAsync<AskForData, DataRequestView>(Correction(Sub))).Problem?.Code);
        Assert.Equal(["/subject", "/wrong", "/right", "/reason"], (await nation.RunAsync<AskForData, DataRequestView>(new(Sub, DataRequestKind.Correction, "0000-26-000001"))).Problem!.Errors.Keys);
    }

    [Fact]
    public async Task Of_a_copy_is_limited_by_day()
    {
        for (var i = 0; i < DataRequestRules.MostCopiesADay; i++)
        {
            var asked = await nation.GetAsync<AskForData, DataRequestView>(new(Sub, DataRequestKind.Copy));
            await using var db = nation.Open();
            (await db.DataRequests.FindAsync(asked.Id))!.Grant("system", [], nation.Clock.UtcNow);
            await db.SaveChangesAsync();
        }

        var refused = await nation.RunAsync<AskForData, DataRequestView>(new(Sub, DataRequestKind.Copy));

        Assert.Equal(("too-many-copies", TimeSpan.FromDays(1)), (refused.Problem!.Code, refused.Problem.RetryAfter!.Value));
    }

    private AskForData Correction(string by) => new(by, DataRequestKind.Correction, $"{Office.Code4}-26-000001", "Jalan Mawar 5", "Jalan Melati 5", "Salah ketik, KTP terlampir.");

    private Task<DataRequestView> CorrectAsync(string by) => nation.GetAsync<AskForData, DataRequestView>(Correction(by));

    private Task<DataRequestView> ReadAsync(Guid id) => nation.GetAsync<ReadDataRequest, DataRequestView>(new(Sub, id));

    private async Task<LateOffice> LateAsync() => (await nation.GetAsync<ListLateRequests, IReadOnlyList<LateOffice>>(new())).Single(o => o.Office == Office.Value);

    private Task<Outcome<DataRequestView>> TryAnswerAsync(DataRequestView asked, string reason, long? seen) => nation.RunAsync<AnswerCorrection, DataRequestView>(new(Office, "admin", asked.Id, Granted: true, reason, seen));

    private Task<DataRequestView> AnswerAsync(DataRequestView asked, bool granted, string reason) => nation.GetAsync<AnswerCorrection, DataRequestView>(new(Office, "admin", asked.Id, granted, reason, asked.Version));
}
