using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Tests.Identification;

public class IndonesianPhoneTests
{
    [Theory]
    [InlineData("081200000001", "+6281200000001")]
    [InlineData("0812-0000-0001", "+6281200000001")]
    [InlineData("+62 812 0000 0001", "+6281200000001")]
    [InlineData("62812 0000 0001", "+6281200000001")]
    [InlineData("812 0000 0001", "+6281200000001")]
    [InlineData("(0812) 0000.0001", "+6281200000001")]
    [InlineData("+62 0812 0000 0001", "+6281200000001")]
    [InlineData("0899000000001", "+62899000000001")]
    [InlineData("0752 000001", "+62752000001")]
    [InlineData("(021) 5000001", "+62215000001")]
    public void Stores_one_form_of_a_number(string typed, string expected)
    {
        Assert.True(IndonesianPhone.TryNormalize(typed, out var e164));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0812")]
    [InlineData("08120000000001")]
    [InlineData("abc")]
    [InlineData("+1 202 555 0100")]
    [InlineData("0012000000")]
    [InlineData("0812\n00000001")]
    [InlineData("٠٨١٢٠٠٠٠٠٠٠١")]
    public void Refuses_what_is_no_Indonesian_number(string? typed) => Assert.False(IndonesianPhone.TryNormalize(typed, out _));

    [Theory]
    [InlineData("+6281200000001", true)]
    [InlineData("+62752000001", false)]
    public void Sends_messages_to_mobile_numbers_only(string e164, bool takes) => Assert.Equal(takes, IndonesianPhone.TakesMessages(e164));
}
