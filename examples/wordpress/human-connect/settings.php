<?php
defined( 'ABSPATH' ) || exit;

/** The secret of wp-config.php, or else of the settings page. */
function human_connect_read_secret() {
	return defined( 'HUMAN_CONNECT_CLIENT_SECRET' ) ? HUMAN_CONNECT_CLIENT_SECRET : get_option( 'human_connect_client_secret' );
}

function human_connect_add_page() {
	add_options_page( 'Human Connect', 'Human Connect', 'manage_options', 'human-connect', 'human_connect_print_page' );
}

function human_connect_add_settings() {
	register_setting( 'human-connect', 'human_connect_client_id', array( 'sanitize_callback' => 'sanitize_text_field' ) );
	register_setting( 'human-connect', 'human_connect_client_secret', array( 'sanitize_callback' => 'human_connect_keep_secret' ) );
	register_setting( 'human-connect', 'human_connect_within', array( 'sanitize_callback' => 'sanitize_text_field' ) );
}

/** An empty field keeps the secret that is there: the page never shows it. */
function human_connect_keep_secret( $value ) {
	$value = trim( (string) $value );
	return '' === $value ? get_option( 'human_connect_client_secret' ) : $value;
}

/** The settings page. Only an administrator sees it, and the secret is in no page. */
function human_connect_print_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$is_constant = defined( 'HUMAN_CONNECT_CLIENT_SECRET' );
	$hint        = $is_constant ? 'Set in wp-config.php' : ( human_connect_read_secret() ? 'Set; leave empty to keep it' : 'Not set' );
	?>
	<div class="wrap">
		<h1>Human Connect</h1>
		<p>A link to <code>/connect#human-connect=button</code> opens Connect for users who are signed in.</p>
		<form method="post" action="options.php">
			<?php settings_fields( 'human-connect' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th><label for="human_connect_client_id">Client id</label></th>
					<td><input class="regular-text" id="human_connect_client_id" name="human_connect_client_id"
						value="<?php echo esc_attr( get_option( 'human_connect_client_id' ) ); ?>"></td>
				</tr>
				<tr>
					<th><label for="human_connect_client_secret">Client secret</label></th>
					<td><input class="regular-text" id="human_connect_client_secret" name="human_connect_client_secret" type="password"
						autocomplete="off" placeholder="<?php echo esc_attr( $hint ); ?>" <?php echo $is_constant ? 'disabled' : ''; ?>></td>
				</tr>
				<tr>
					<th><label for="human_connect_within">Only links within</label></th>
					<td><input class="regular-text" id="human_connect_within" name="human_connect_within" placeholder="main"
						value="<?php echo esc_attr( get_option( 'human_connect_within' ) ); ?>">
						<p class="description">A CSS selector. Leave out the comments of your theme.</p></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
