using MppDigital.Connectors.Qris;

namespace MppDigital.Web.Tests.Http;

/// <summary>A fee over HTTP: the bill, its code, the provider's callback with everything that can be wrong about it, and the page.</summary>
[Collection(RunningProgram.Name)]
public sealed class PaymentTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task A_bill_is_paid_by_its_code_and_a_signed_callback()
    {
        var citizen = await program.CitizenAsync(11);
        var number = await Adverts.FileAsync(citizen, Here);
        var bill = $"/api/v1/applications/{number}/payment";
        var due = (await citizen.GetAsync(Here, bill)).Expect(200);
        Assert.Equal(("due", 18_150_400), (due.TextOf("state"), due["amount"].GetInt64()));

        var begun = (await citizen.PostAsync(Here, bill, null)).Expect(200);
        var code = QrisPayload.Read(begun.TextOf("qris")!, out _)!;
        Assert.Equal(("pending", "18150400", begun.TextOf("reference")), (begun.TextOf("state"), code.Amount, code.BillNumber));
        Assert.Equal(begun.TextOf("qris"), (await citizen.GetAsync(Here, $"/api/v1/payments/{begun.TextOf("id")}")).Expect(200).TextOf("qris"));
        Assert.Equal("pending", (await citizen.PostAsync(Here, bill + "/check", null)).Expect(200).TextOf("state"));
        var page = (await citizen.GetAsync(Here, $"/permohonan/{number}/bayar")).Expect(200).Text;
        Assert.Contains("data:image/svg", page, StringComparison.Ordinal);
        Assert.Contains("Saya sudah membayar, periksa", page, StringComparison.Ordinal);

        var (reference, provider) = (begun.TextOf("reference")!, begun.TextOf("providerReference")!);
        var paid = Adverts.Body(reference, provider, 18_150_400);
        Assert.Equal("bad-signature", (await SendAsync(paid, null)).Expect(401).TextOf("code"));
        Assert.Equal("bad-signature", (await SendAsync(paid, Adverts.Sign(program, paid, "padang"))).Expect(401).TextOf("code"));
        Assert.Equal("wrong-amount", (await SignedAsync(Adverts.Body(reference, provider, 1))).Expect(422).TextOf("code"));
        Assert.Equal("unknown-reference", (await SignedAsync(Adverts.Body("1375NOSUCHREFERENCE1", "x", 18_150_400))).Expect(422).TextOf("code"));
        (await SignedAsync("{\"reference\":")).Expect(400);
        Assert.Equal(["/amount", "/at", "/providerReference", "/reference", "/status"], (await SignedAsync("{}")).Expect(422).Fields.Order());
        (await SignedAsync(new string(' ', 20_000))).Expect(413);
        Assert.Equal("pending", (await citizen.GetAsync(Here, bill)).Expect(200).TextOf("state"));

        for (var i = 0; i < 2; i++) (await SignedAsync(paid)).Expect(200);
        Assert.Equal("paid", (await citizen.GetAsync(Here, bill)).Expect(200).TextOf("state"));
        Assert.Contains("Tanda terima", (await citizen.GetAsync(Here, $"/permohonan/{number}/bayar")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("fee-paid", (await citizen.GetAsync(Here, $"/api/v1/applications/{number}")).Expect(200)["timeline"].EnumerateArray().Select(t => t.GetProperty("kind").GetString()));
    }

    private Task<Answer> SignedAsync(string body) => Adverts.SendAsync(program, Here, body, Adverts.Sign(program, body, Here));

    private Task<Answer> SendAsync(string body, string? signature) => Adverts.SendAsync(program, Here, body, signature);
}
