using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <content>What whoever complained is told, and where.</content>
public sealed partial class ComplaintFlowTests
{
    [Fact]
    public async Task News_go_to_the_address_that_was_left_and_repeat_no_word_of_what_was_said()
    {
        var receipt = await LeaveAsync("0812 9000 1111", "en");
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Triage, ComplaintClass.Service);
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Assign, agency: "DPMPTSP");
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Answer, text: "Loket buka sampai pukul 15.00 mulai hari Senin.");
        for (var twice = 0; twice < 2; twice++) await DrainAsync(ComplaintNews.PayloadKind);

        var told = await ToldAsync(receipt.Number);
        Assert.Equal([NoticeEvent.ComplaintReceived, NoticeEvent.ComplaintAssigned, NoticeEvent.ComplaintAnswered], told.Select(t => t.Message.Event));
        // Staff who look after messages see no number beside an address, and no account has a line.
        Assert.All(told, t => Assert.Equal((NoticeChannel.Sms, "en", "", ""), (t.Message.Channel, t.Message.Language, t.Message.Number, t.Message.Sub)));
        Assert.All(told, t => Assert.Contains(receipt.Number, t.Text, StringComparison.Ordinal));
        foreach (var said in (string[])["Loket", "15.00", receipt.Secret, Name]) Assert.All(told, t => Assert.DoesNotContain(said, t.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_address_that_nobody_confirmed_gets_few_messages_a_day_and_nobody_anonymous_any()
    {
        var before = await RowsAsync();
        await FileAsync(ComplainantKind.Anonymous);
        Assert.Equal(before, await RowsAsync());
        var receipts = new List<ComplaintReceipt>();
        for (var i = 0; i <= WriteNotice.MostToAnAddress; i++) receipts.Add(await LeaveAsync("banyak@warga.example"));
        await DrainAsync(ComplaintNews.PayloadKind);

        var told = new List<Message>();
        foreach (var receipt in receipts) told.AddRange((await ToldAsync(receipt.Number)).Select(t => t.Message));
        Assert.Equal((WriteNotice.MostToAnAddress, true), (told.Count, told.TrueForAll(m => m.Channel == NoticeChannel.Email)));

        async Task<int> RowsAsync()
        {
            await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
            await using var db = await ContextAsync(scope);
            return await db.Outbox.CountAsync(o => o.Kind == ComplaintNews.PayloadKind);
        }
    }

    [Theory]
    [InlineData("0812-3456-7890", "Sms +6281234567890")]
    [InlineData("0752 21234", " +6275221234")]
    [InlineData("ani@warga.example", "Email ani@warga.example")]
    [InlineData("nanti saja", null)]
    [InlineData("Ani <ani@warga.example>", null)]
    [InlineData("ani@warga", null)]
    public void A_contact_is_a_telephone_or_an_address(string written, string? expected) => Assert.Equal(expected, ContactWay.Read(written) is { } way ? $"{way.Channel} {way.To}" : null);

    private Task<ComplaintReceipt> LeaveAsync(string contact, string language = "id", string? sub = null) => regencies.GetAsync<FileComplaint, ComplaintReceipt>(
        TwoRegencies.Bukittinggi,
        new FileComplaint(Guid.NewGuid().ToString("N"), ComplaintClass.Service, ComplaintAbout.Counter, "Loket 3", "", "Loket tutup sebelum waktunya", "Saya datang pukul 14.00 dan loket sudah tutup tanpa pengumuman.", ComplainantKind.Named, Name, contact, sub, [], language));

    /// <summary>Every row of that kind, as the outbox would: at least once.</summary>
    private async Task DrainAsync(string kind)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == kind);
        foreach (var payload in await db.Outbox.AsNoTracking().Where(o => o.Kind == kind).OrderBy(o => o.Id).Select(o => o.Payload).ToListAsync()) await handler.HandleAsync(payload, CancellationToken.None);
    }

    private async Task<List<(Message Message, string Text)>> ToldAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        var secrets = scope.ServiceProvider.GetRequiredService<RegencySecrets>();
        var sources = (await ComplaintBook.LoadAsync(db, number, default))!.Events.Select(TellComplainant.SourceOf).ToList();
        var messages = await db.Messages.AsNoTracking().Where(m => sources.Contains(m.Source)).ToListAsync();
        return [.. messages.OrderBy(m => sources.IndexOf(m.Source)).Select(m => (m, secrets.Open<MessageContent>("message", m.Content).Text))];
    }
}
