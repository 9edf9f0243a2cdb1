using System.Globalization;
using System.Text;
using System.Text.Json;
using MppDigital.Connectors.Messages;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests.Messages;

public sealed class MessageGatewayTests
{
    private const string Account = "1375";

    [Theory]
    [InlineData("answer", "Taken")]
    [InlineData("duplicate", "Taken")]
    [InlineData("500", "NotNow Refused")]
    [InlineData("no-answer", "NotNow TimedOut")]
    [InlineData("wrong-data", "NotNow Unreadable")]
    [InlineData("clock-skew", "Taken")]
    public async Task Every_fault_becomes_an_answer_and_nobody_gets_a_message_twice(string fault, string expected)
    {
        using var data = new TempDirectory();
        await using var connectors = await RunningConnectors.StartAsync(Settings(data));
        var gateway = connectors.Get<MessageGateway>();
        var text = new OutgoingMessage(MessageChannel.Sms, "+6281234567890", "1375-26-000001 perlu diperbaiki.");
        await gateway.HandOverAsync(Route(connectors, "warm"), text with { To = "+6281234567000" }, default);
        await connectors.SwitchAsync("Messages", fault);

        Assert.Equal(expected, Told(await gateway.HandOverAsync(Route(connectors, "a-1"), text, default)));
        await connectors.SwitchAsync("Messages", "answer");
        Assert.Equal("Taken", Told(await gateway.HandOverAsync(Route(connectors, "a-1"), text, default)));

        Assert.Single(await File.ReadAllLinesAsync(data["outbox.jsonl"]));
    }

    [Fact]
    public async Task A_number_of_nobody_is_refused_for_good_and_a_wrong_key_is_taken_for_nobody()
    {
        using var data = new TempDirectory();
        await using var connectors = await RunningConnectors.StartAsync(Settings(data));
        var gateway = connectors.Get<MessageGateway>();

        Assert.Equal("Refused no-recipient", Told(await gateway.HandOverAsync(Route(connectors, "b-1"), new OutgoingMessage(MessageChannel.Chat, "+6281234567000", "Halo"), default)));
        Assert.Equal("NotNow NotAllowed", Told(await gateway.HandOverAsync(Route(connectors, "b-2") with { Secret = new string('k', 40) }, new OutgoingMessage(MessageChannel.Sms, "+6281234567890", "Halo"), default)));

        Assert.False(File.Exists(data["outbox.jsonl"]));
    }

    [Fact]
    public async Task An_email_names_the_regency_and_keeps_its_letters()
    {
        await using var catcher = new SmtpCatcher();
        using var data = new TempDirectory();
        await using var connectors = await RunningConnectors.StartAsync(Settings(data, catcher.Port));
        var gateway = connectors.Get<MessageGateway>();
        var mail = new OutgoingMessage(MessageChannel.Email, "siti@warga.example", "Permohonan 1375-26-000001 – perlu diperbaiki.") { Subject = "Perlu diperbaiki – 1375-26-000001" };

        Assert.Equal("Taken", Told(await gateway.HandOverAsync(Route(connectors, "c-1"), mail, default)));
        Assert.Equal("Refused no-recipient", Told(await gateway.HandOverAsync(Route(connectors, "c-2"), mail with { To = "nobody@warga.example" }, default)));
        Assert.Equal("Refused bad-address", Told(await gateway.HandOverAsync(Route(connectors, "c-3"), mail with { To = "bukan alamat" }, default)));

        var caught = Assert.Single(catcher.Mails);
        Assert.Contains("MPP Kota Bukittinggi", caught, StringComparison.Ordinal);
        Assert.Contains("<c-1.1375@mpp.example>", caught, StringComparison.Ordinal);
        // What stands outside ASCII makes the mail base64.
        var body = caught[caught.IndexOf("\n\n", StringComparison.Ordinal)..].Trim();
        Assert.Equal(mail.Text, Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(c => !char.IsWhiteSpace(c))))));

        catcher.IsSilent = true;
        Assert.Equal("NotNow TimedOut", Told(await gateway.HandOverAsync(Route(connectors, "c-4"), mail, default)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":"a","channel":"sms","from":"+6281234567890","text":"status","at":"2026-11-24T09:00:00+07:00","nik":"1"}""", "/nik")]
    [InlineData("""{"id":"a b","channel":"fax","from":"112","text":7,"at":"kemarin"}""", "/id", "/channel", "/from", "/text", "/at")]
    [InlineData("""{"id":"a","channel":"sms","from":"+6281234567890","text":"\u0000\u0001ELF","at":"2026-11-24T09:00:00+07:00"}""", "/text")]
    [InlineData("""{"id":"a","channel":"sms","from":"+6281234567890","text":"\ud800","at":"2026-11-24T09:00:00+07:00"}""")]
    public void What_comes_in_is_refused_by_field(string body, params string[] fields)
    {
        var (text, faults) = IncomingText.Read(Encoding.UTF8.GetBytes(body));

        Assert.Null(text);
        Assert.Equal(fields.Length == 0 ? [""] : fields, faults.Select(f => f.Pointer));
    }

    [Fact]
    public void An_oversize_text_is_refused()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = "a", channel = "chat", from = "081234567890", text = new string('a', IncomingText.LongestText + 1), at = DateTimeOffset.UnixEpoch });

        Assert.Equal("/text", Assert.Single(IncomingText.Read(body).Faults).Pointer);
    }

    private static string Told(Handover handover) => handover switch
    {
        Handover.Taken => "Taken",
        Handover.Refused refused => $"Refused {refused.Reason}",
        Handover.NotNow notNow => $"NotNow {notNow.Reason}",
        _ => "?",
    };

    private static MessageRoute Route(RunningConnectors connectors, string reference) => new(Account, connectors.Get<MessageKeys>().Find(Account)!, "MPP Kota Bukittinggi", reference, null);

    private static Dictionary<string, string?> Settings(TempDirectory data, int? mail = null) => new()
    {
        ["Platform:DataDirectory"] = data.Path,
        ["Connectors:Mail:Host"] = mail is null ? null : "127.0.0.1",
        ["Connectors:Mail:Port"] = (mail ?? 587).ToString(CultureInfo.InvariantCulture),
        ["Connectors:Mail:From"] = "tidak-dibalas@mpp.example",
        ["Connectors:Mail:StartTls"] = "false",
        ["Connectors:Mail:Timeout"] = "00:00:02",
    };
}
