using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Notifications;

/// <summary>From the event to the message, its reports and the questions that come back, on a database of its own.</summary>
public sealed class NotificationFlowTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]) { HasFreshFactor = true };
    private static readonly StaffMember Admin = new("admin-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };

    [Fact]
    public async Task News_reach_a_person_once_on_the_channels_that_are_open_and_the_gateway_tells_the_rest()
    {
        var (citizen, receipt) = await FileAsync(0);
        await DrainAsync(ApplicationChanged.Kind);
        // Received is news: only the list of the account tells it.
        Assert.Equal([("Received", NoticeChannel.Account, MessageState.Delivered)], await SeenAsync(receipt.Number));

        await ReturnAsync(receipt.Number);
        await DrainAsync(ApplicationChanged.Kind);
        await DrainAsync(DeliverMessage.PayloadKind);

        var seen = await SeenAsync(receipt.Number);
        Assert.Equal([NoticeChannel.Account, NoticeChannel.Email, NoticeChannel.Sms], seen.Where(s => s.Event == "Returned").Select(s => s.Channel).Order());
        Assert.Equal(MessageState.Sent, seen.Single(s => s.Channel == NoticeChannel.Email).State);
        var lines = (await File.ReadAllLinesAsync(Path.Combine(regencies.DataPath, "outbox.jsonl"))).Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.GetProperty("text").GetString()!.Contains(receipt.Number, StringComparison.Ordinal)).ToList();
        Assert.Equal(["email", "sms"], lines.Select(l => l.GetProperty("channel").GetString()!).Order());
        Assert.All(lines, l => Assert.DoesNotContain(citizen.Nik, l.GetRawText(), StringComparison.Ordinal));

        var text = await MessageAsync(receipt.Number, NoticeChannel.Sms);
        Assert.Equal("bad-signature", (await ReportAsync(text.Reference, "delivered", key: new string('x', 40))).Problem?.Code);
        Assert.Equal("unknown-message", (await ReportAsync($"{Guid.NewGuid():N}-1", "delivered")).Problem?.Code);
        Assert.Equal("unknown-message", (await ReportAsync($"{text.Id:N}-7", "delivered")).Problem?.Code);
        foreach (var status in (string[])["delivered", "failed", "sent", "delivered"]) Assert.Null((await ReportAsync(text.Reference, status)).Problem);
        Assert.Equal(MessageState.Delivered, (await MessageAsync(receipt.Number, NoticeChannel.Sms)).State);
    }

    [Fact]
    public async Task What_was_given_up_is_shown_to_the_admin_and_can_be_sent_again()
    {
        var (_, receipt) = await FileAsync(1, phone: "+6281200000000");
        await ReturnAsync(receipt.Number);
        await DrainAsync(ApplicationChanged.Kind);
        await DrainAsync(DeliverMessage.PayloadKind);

        Assert.Equal("wrong-role", (await regencies.RunAsync<ListDeadLetters, DeadLetters>(TwoRegencies.Bukittinggi, new ListDeadLetters(Officer, 50, null))).Problem?.Code);
        var dead = (await regencies.GetAsync<ListDeadLetters, DeadLetters>(TwoRegencies.Bukittinggi, new ListDeadLetters(Admin, 50, null))).Items.Single(i => i.Number == receipt.Number);
        Assert.Equal(("sms", "…000", "no-recipient", 1), (dead.Channel, dead.To, dead.Trouble, dead.Round));

        await regencies.GetAsync<SendAgain, Done>(TwoRegencies.Bukittinggi, new SendAgain(Admin, dead.Id));
        Assert.Equal("illegal-transition", (await regencies.RunAsync<SendAgain, Done>(TwoRegencies.Bukittinggi, new SendAgain(Admin, dead.Id))).Problem?.Code);
        await DrainAsync(DeliverMessage.PayloadKind);
        Assert.Equal(2, (await regencies.GetAsync<ListDeadLetters, DeadLetters>(TwoRegencies.Bukittinggi, new ListDeadLetters(Admin, 50, null))).Items.Single(i => i.Id == dead.Id).Round);
    }

    [Fact]
    public async Task Who_writes_is_answered_by_number_from_their_own_phone_and_by_secret_from_any_other()
    {
        const string Own = "+6281211112222";
        var (citizen, receipt) = await FileAsync(2, phone: Own);

        Assert.Contains("terkirim", await AskAsync(Own, $" Status  {receipt.Number} "), StringComparison.Ordinal);
        Assert.Contains("rahasia", await AskAsync("+6281233334444", $"status {receipt.Number}"), StringComparison.Ordinal);
        Assert.Contains("terkirim", await AskAsync("+6281233334444", $"status {receipt.Number} {receipt.Secret.ToLowerInvariant()}"), StringComparison.Ordinal);
        Assert.Contains("tidak cocok", await AskAsync("+6281233334444", $"status {receipt.Number} 000000000000"), StringComparison.Ordinal);
        // What is not there looks like what is somebody else's.
        Assert.Equal(await AskAsync(Own, "status 1375-26-999999"), await AskAsync("+6281233334444", $"status {receipt.Number}"));
        Assert.Contains("STATUS", await AskAsync(Own, "halo pak"), StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Name.Split(' ')[0], await AskAsync(Own, $"status {receipt.Number}"), StringComparison.OrdinalIgnoreCase);

        Assert.Contains("tidak mengirim", await AskAsync(Own, "BERHENTI"), StringComparison.Ordinal);
        await ReturnAsync(receipt.Number);
        await DrainAsync(ApplicationChanged.Kind);
        Assert.DoesNotContain((await SeenAsync(receipt.Number)).Select(s => s.Channel), c => c == NoticeChannel.Sms);
        var chosen = await regencies.GetAsync<ChooseChannels, ContactView>(TwoRegencies.Bukittinggi, new ChooseChannels(citizen.Sub, Own, citizen.Email, ChannelChoice.Off, ChannelChoice.All, ChannelChoice.Off, "en"));
        Assert.Empty(chosen.Stopped);
        Assert.Contains("needs a correction", await AskAsync(Own, $"status {receipt.Number}"), StringComparison.Ordinal);
        Assert.Equal(["/chat", "/language"], (await regencies.RunAsync<ChooseChannels, ContactView>(TwoRegencies.Bukittinggi, new ChooseChannels(citizen.Sub, Own, "", ChannelChoice.Off, ChannelChoice.All, (ChannelChoice)9, "fr"))).Problem!.Errors.Keys.Order());
    }

    [Fact]
    public async Task What_comes_in_twice_unsigned_or_too_often_is_not_answered()
    {
        const string Phone = "+6281255556666";
        var body = Body("same-id", Phone, "help");
        Assert.NotEqual("", (await SendAsync(body)).Value!.Reply);
        Assert.Equal("", (await SendAsync(body)).Value!.Reply);
        Assert.Equal("bad-signature", (await SendAsync(Body("x", Phone, "help"), signature: null)).Problem?.Code);
        Assert.Equal("bad-signature", (await SendAsync(Body("x", Phone, "help"), age: TimeSpan.FromMinutes(6))).Problem?.Code);

        var codes = new List<string?>();
        for (var i = 0; i < 21; i++) codes.Add((await SendAsync(Body($"often-{i}", Phone, "help"))).Problem?.Code);
        Assert.Equal("too-many-messages", codes[^1]);
        Assert.Null(codes[0]);
    }

    private async Task<(Applicant Citizen, Receipt Receipt)> FileAsync(int position, string phone = "+6281299998888")
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", phone, $"siti{position}@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service("DPM-SIP-04"), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        return (citizen, await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), "DPM-SIP-04", JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null)));
    }

    private async Task ReturnAsync(string number) =>
        await regencies.GetAsync<ReturnApplication, OfficerView>(TwoRegencies.Bukittinggi, new ReturnApplication(new DeskRequest(Officer, number, 1), "Jadwal belum jelas.", ["jadwal_praktik"]));

    private async Task<IReadOnlyList<(string Event, NoticeChannel Channel, MessageState State)>> SeenAsync(string number) =>
        await InAsync(async (db, _) => (await db.Messages.AsNoTracking().Where(m => m.Number == number).ToListAsync()).Select(m => (m.Event.ToString(), m.Channel, m.State)).ToList());

    private Task<Message> MessageAsync(string number, NoticeChannel channel) => InAsync((db, _) => db.Messages.AsNoTracking().SingleAsync(m => m.Number == number && m.Channel == channel));

    /// <summary>Each row twice, as a worker that died in between would.</summary>
    private Task<int> DrainAsync(string kind) => InAsync(async (db, services) =>
    {
        var rows = await db.Outbox.AsNoTracking().Where(o => o.Kind == kind).ToListAsync();
        foreach (var handler in services.GetServices<IOutboxHandler>().Where(h => h.Kind == kind))
        {
            foreach (var row in rows.Append(rows[^1])) await handler.HandleAsync(row.Payload, CancellationToken.None);
        }

        return await db.Outbox.Where(o => o.Kind == kind && rows.Select(r => r.Id).Contains(o.Id)).ExecuteDeleteAsync();
    });

    private async Task<T> InAsync<T>(Func<RegencyDbContext, IServiceProvider, Task<T>> use)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await use(db, scope.ServiceProvider);
    }

    private async Task<Outcome<Done>> ReportAsync(string reference, string status, string? key = null)
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { reference, status, at = regencies.Clock.GetUtcNow() }));
        return await regencies.RunAsync<ReceiveReport, Done>(TwoRegencies.Bukittinggi, new ReceiveReport(body, QrisSignature.Of(key ?? await KeyAsync(), body, regencies.Clock.GetUtcNow())));
    }

    private async Task<string> AskAsync(string phone, string text)
    {
        var answer = await SendAsync(Body(Guid.NewGuid().ToString("N"), phone, text));
        Assert.True(answer.Succeeded, answer.Problem?.Code);
        return answer.Value.Reply;
    }

    private byte[] Body(string id, string from, string text) => JsonSerializer.SerializeToUtf8Bytes(new { id, channel = "sms", from, text, at = regencies.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });

    private async Task<Outcome<TextAnswer>> SendAsync(byte[] body, TimeSpan age = default, string? signature = "")
    {
        signature = signature is null ? null : QrisSignature.Of(await KeyAsync(), body, regencies.Clock.GetUtcNow() - age);
        return await regencies.RunAsync<ReceiveText, TextAnswer>(TwoRegencies.Bukittinggi, new ReceiveText(body, signature));
    }

    private Task<string> KeyAsync() => InAsync((_, services) => Task.FromResult(services.GetRequiredService<MessageKeys>().Find("1375")!));
}
