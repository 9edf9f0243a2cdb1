using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Tests.Identification;

public sealed class CrockfordTests
{
    [Fact]
    public void Makes_codes_of_the_length_asked_for_that_never_repeat_and_use_every_character()
    {
        var codes = Enumerable.Range(0, 5000).Select(_ => Crockford.New(16)).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(32, codes.SelectMany(code => code).Distinct().Count());
    }

    [Theory]
    [InlineData("7K3M9QXA02PTV6RB")]
    [InlineData("7k3m-9qxa-02pt-v6rb")]
    [InlineData(" 7K3M 9QXA O2PT V6RB ")]
    public void Mends_what_a_reader_mistakes(string typed)
    {
        Assert.Equal("7K3M9QXA02PTV6RB", Crockford.Normalise(typed));
        Assert.Equal("7K3M-9QXA-02PT-V6RB", Crockford.Grouped("7K3M9QXA02PTV6RB"));
    }

    [Fact]
    public void Reads_i_and_l_as_1() => Assert.Equal("1111", Crockford.Normalise("iIlL"));

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("7K3M9QXA02PTV6RU")]
    [InlineData("7K3M9QXA02PTV6R'")]
    [InlineData("٧")]
    public void Refuses_what_is_no_code(string typed) => Assert.Null(Crockford.Normalise(typed));

    [Fact]
    public void Does_not_read_a_text_without_end() => Assert.Null(Crockford.Normalise(new string(' ', 1_000_000) + "7K3M9QXA02PTV6RB"));
}
